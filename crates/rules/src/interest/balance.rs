//! What is left of a claim, and what a payment pays first.

use values::Amount;

/// What a payment pays first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Allocation {
    /// The debt, as most books do; then interest, then costs.
    #[default]
    PrincipalFirst,
    /// Costs, then interest, then the debt (C. civ. 1343-1).
    InterestFirst,
}

/// What is left to pay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// The debt.
    pub principal: Amount,
    /// Interest accrued and not paid.
    pub interest: Amount,
    /// Costs.
    pub costs: Amount,
}

impl Balance {
    /// Everything left to pay.
    pub fn total(self) -> Amount {
        self.principal + self.interest + self.costs
    }

    /// Deducts a payment, and returns what of it nothing was left to pay with.
    pub fn pay(&mut self, amount: Amount, allocation: Allocation) -> Amount {
        let parts = match allocation {
            Allocation::PrincipalFirst => [&mut self.principal, &mut self.interest, &mut self.costs],
            Allocation::InterestFirst => [&mut self.costs, &mut self.interest, &mut self.principal],
        };
        parts.into_iter().fold(amount, |left, part| {
            let paid = left.min(*part);
            *part -= paid;
            left - paid
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// features.md LW5: 100, costs of 5, interest of 0.25, a payment of 50.
    #[test]
    fn the_order_decides_what_is_left_of_the_debt() {
        let minor = Amount::from_minor;
        let owed = Balance { principal: minor(10_000), interest: minor(25), costs: minor(500) };
        let after = |paid, allocation| {
            let mut left = owed;
            let over = left.pay(minor(paid), allocation);
            [left.principal, left.interest, left.costs, over].map(Amount::minor)
        };
        assert_eq!(after(5_000, Allocation::InterestFirst), [5_525, 0, 0, 0]);
        assert_eq!(after(5_000, Allocation::PrincipalFirst), [5_000, 25, 500, 0]);
        assert_eq!(after(10_000, Allocation::PrincipalFirst), [0, 25, 500, 0], "the rest stays claimable");
        assert_eq!(after(510, Allocation::InterestFirst), [10_000, 15, 0, 0]);
        assert_eq!(after(10_600, Allocation::InterestFirst), [0, 0, 0, 75]);
    }
}

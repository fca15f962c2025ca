//! Rows that make no entry: each with its reason, those of other accounts counted by account, and what they take from
//! the figures.

use super::Reading;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::row::{Cells, Refusal};
use values::Arrange;

impl Reading<'_> {
    /// Lists a row set aside. In a whole ledger most rows are of other accounts: those are counted by account.
    pub(super) fn list(&mut self, refusal: Refusal, cells: &Cells<'_>) {
        if refusal.kind == DiagnosticKind::HiddenRow {
            // Listed once, with their count and sum.
            return;
        }
        if refusal.kind == DiagnosticKind::InvoiceLine {
            let first = refusal.diagnostic(self.mapping, self.at);
            self.repeating.get_or_insert((0, first)).0 += 1;
            return;
        }
        if refusal.kind != DiagnosticKind::NotCustomerAccount {
            self.intake.set_aside.push(refusal.diagnostic(self.mapping, self.at));
            return;
        }
        let account = cells.text(self.account_field()).unwrap_or_default();
        if self.knows_account(account) {
            return self.count_account(account);
        }
        let refusal = Refusal { seen: Some(account.to_owned()), ..refusal };
        self.others.insert(root(account).to_owned(), (1, refusal.diagnostic(self.mapping, self.at)));
    }

    /// The rows that repeat the totals of their invoice, as one reason with their count.
    pub(super) fn repeating_lines(&mut self) -> Option<Diagnostic> {
        let (count, first) = self.repeating.take()?;
        Some(Diagnostic { kind: DiagnosticKind::InvoiceLines { count }, ..first })
    }

    /// Whether a row of an account that begins like this one was listed.
    pub(crate) fn knows_account(&self, account: &str) -> bool {
        self.others.contains_key(root(account))
    }

    /// Whether a row of a class of accounts was listed, by its first figure.
    pub(crate) fn knows_class(&self, first: char) -> bool {
        self.others.keys().any(|root| root.starts_with(first))
    }

    pub(crate) fn count_account(&mut self, account: &str) {
        if let Some((count, _)) = self.others.get_mut(root(account)) {
            *count += 1;
        }
    }

    /// Lists the accounts that are no customers', in the order of their first rows.
    pub(super) fn list_other_accounts(&mut self) {
        for (root, (count, first)) in std::mem::take(&mut self.others) {
            let listed = match count {
                1 => first,
                count => Diagnostic { kind: DiagnosticKind::OtherAccounts { count }, seen: Some(root), ..first },
            };
            self.intake.set_aside.push(listed);
        }
        self.intake.set_aside.arrange_by_key(|diagnostic| diagnostic.at);
    }

    /// A row counted as imported turns out not to be.
    pub(crate) fn take_back(&mut self, diagnostic: Diagnostic) {
        self.intake.rows.imported -= 1;
        self.intake.rows.set_aside += 1;
        self.intake.set_aside.push(diagnostic);
    }

    /// What a row set aside takes from the figures, where its amount can be read.
    pub(super) fn weigh(&mut self, cells: &Cells<'_>) {
        match self.money.figures(cells, &mut self.kinds) {
            Ok(Some(figures)) => {
                let amount = figures.residual.or(figures.amount).unwrap_or_default();
                self.totals.set_aside(amount, figures.currency);
                self.classes.see(self.class(cells).unwrap_or_default(), amount);
            }
            Ok(None) | Err(_) => self.intake.set_aside_unread += 1,
        }
    }
}

/// The first three letters of an account.
fn root(account: &str) -> &str {
    account.char_indices().nth(3).and_then(|(end, _)| account.get(..end)).unwrap_or(account)
}

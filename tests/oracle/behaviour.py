"""How customers pay: exact statistics over settlements, one observation for each part of an invoice that was paid."""
from fractions import Fraction

from book import INVOICE, PAYMENT


def observations(settlements):
    """(amount, days to pay, days late or None) of each payment of an invoice."""
    return [(s.amount, s.credit.posted - s.debit.issued,
             None if s.debit.due is None else s.credit.posted - s.debit.due)
            for s in settlements if s.debit.kind == INVOICE and s.credit.kind == PAYMENT]


def mean(days):
    return Fraction(sum(days), len(days)) if days else None


def weighted(pairs):
    """Mean of days weighted by amounts, from (amount, days)."""
    amount = sum(weight for weight, _ in pairs)
    return Fraction(sum(weight * days for weight, days in pairs), amount) if amount else None


def median(days):
    if not days:
        return None
    days, middle = sorted(days), len(days) // 2
    return Fraction(days[middle]) if len(days) % 2 else Fraction(days[middle - 1] + days[middle], 2)


def nearest_rank(days, percent):
    """The smallest value that at least `percent` of the values do not exceed."""
    if not days:
        return None
    rank = -(-percent * len(days) // 100)
    return sorted(days)[max(rank, 1) - 1]


def statistics(pairs):
    """n, mean, weighted mean, median and ninth decile of (amount, days)."""
    days = [day for _, day in pairs]
    return len(days), mean(days), weighted(pairs), median(days), nearest_rank(days, 90)


def punctuality(pairs):
    """Numbers and amounts paid on time, 1 to 30 days late, and later."""
    numbers, amounts = [0, 0, 0], [0, 0, 0]
    for amount, late in pairs:
        band = 0 if late <= 0 else 1 if late <= 30 else 2
        numbers[band] += 1
        amounts[band] += amount
    return numbers, amounts


def concentration(balances):
    """Herfindahl-Hirschman index of the positive balances, shares in percent."""
    positive = [amount for amount in balances if amount > 0]
    whole = sum(positive)
    return Fraction(10_000 * sum(a * a for a in positive), whole * whole) if whole else None

"""What becomes of an age bracket a month later."""
from fractions import Fraction

from ageing import bucket


def roll_rates(before, after):
    """bucket(k+1, later) / bucket(k, earlier) for each bracket but the last; None where there was nothing to roll."""
    return [Fraction(after[k + 1], before[k]) if before[k] > 0 else None for k in range(len(before) - 1)]


def loss(rates, write_off):
    """Share of the current bracket that ends as a loss: the rates follow one another."""
    answer = Fraction(write_off)
    for rate in rates:
        answer *= rate
    return answer


def age(item, day, limits):
    """Not due, or without due day: 0; else 1 and more."""
    late = 0 if item.entry.due is None else day - item.entry.due
    return bucket(late, limits) + 1 if late > 0 else 0


def matrix(earlier, earlier_day, later, later_day, limits):
    """Of the debits of each age: [whole, what still stood by its later age ..., what was cleared]. Rows foot."""
    ages = len(limits) + 2
    rows = [[0] * (ages + 2) for _ in range(ages)]
    still = {item.entry.place: item for item in later}
    for item in earlier:
        if item.residual > 0:
            row = rows[age(item, earlier_day, limits)]
            row[0] += item.residual
            left = still.get(item.entry.place)
            row[-1] += item.residual - (left.residual if left else 0)
            if left:
                row[1 + age(left, later_day, limits)] += left.residual
    return rows

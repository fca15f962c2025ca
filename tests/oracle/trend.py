"""Robust tests of lengthening: exact statistics, no approximation but the normal deviate of Mann-Kendall."""
from fractions import Fraction
from itertools import combinations
from math import erfc, sqrt


def median(values):
    values, middle = sorted(values), len(values) // 2
    return Fraction(values[middle]) if len(values) % 2 else Fraction(values[middle - 1] + values[middle]) / 2


def deviation(values):
    """Median absolute deviation from the median."""
    centre = median(values)
    return median([abs(value - centre) for value in values])


def modified_z(history, value):
    return 0.6745 * float(value - median(history)) / float(max(deviation(history), 1))


def mann_kendall(values):
    """S, its variance with ties, the normal deviate, and the two-sided probability."""
    s = sum((b > a) - (b < a) for a, b in combinations(values, 2))
    n = len(values)
    ties = [values.count(value) for value in set(values)]
    variance = Fraction(n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties), 18)
    z = (s - (s > 0) + (s < 0)) / sqrt(variance)
    return s, variance, z, erfc(abs(z) / sqrt(2))


def theil_sen(values):
    return median([Fraction(values[j] - values[i], j - i) for i, j in combinations(range(len(values)), 2)])


def mann_whitney(recent, before):
    """U of the recent values, the exact one-sided probability by enumeration, and the Hodges-Lehmann shift."""
    def u(first, second):
        return sum(Fraction(1) if a > b else Fraction(1, 2) if a == b else Fraction(0)
                   for a in first for b in second)
    seen, values = u(recent, before), recent + before
    ways = beyond = 0
    for chosen in combinations(range(len(values)), len(recent)):
        ways += 1
        first = [values[i] for i in chosen]
        second = [values[i] for i in range(len(values)) if i not in chosen]
        beyond += u(first, second) >= seen
    return seen, Fraction(beyond, ways), median([a - b for a in recent for b in before])


def cusum(centre, spread, values):
    """One-sided sums and the limit, with slack half and limit four times the robust standard deviation."""
    sigma = max(1.0, 1.4826 * spread)
    sums, running = [], 0.0
    for value in values:
        running = max(0.0, running + value - centre - sigma / 2)
        sums.append(running)
    return sums, 4 * sigma

"""Late-payment interest: each regime's rate, fixed sum and first day, part payments, and what is left (handbook 1.2 to 1.7, 2).

Amounts are cents, days ordinals, rates percents as fractions. A claim whose rate the handbook does not tell has no answer.
"""
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from rates import HALF_YEARS, first_day, half_year

REGIMES = ("fr-b2b", "fr-public", "fr-consumer", "uk", "de-b2b", "be-b2b", "ch", "contract")


class Unknown(Exception):
    """A rate the handbook does not tell."""


@dataclass
class Claim:
    regime: str
    principal: int
    currency: str
    due: int
    until: int
    payments: list = field(default_factory=list)
    contract: object = None
    count: str = "365"
    interest_first: bool = False
    costs: int = 0
    notice: object = None
    insolvency: object = None


def half_up(value):
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def known(half, name):
    if half not in HALF_YEARS:
        raise Unknown(half)
    return HALF_YEARS[half][name]


def rate(claim, start, day):
    """The yearly rate of a day, and three times the legal rate where the law has such a floor."""
    here, fixed = half_year(day), half_year(start)
    if claim.regime == "fr-b2b":
        lawful = claim.contract if claim.contract is not None else known(here, "ecb") + 10
        return lawful, 3 * known(here, "legal")
    if claim.regime == "fr-public":
        return known(fixed, "ecb") + 8, None
    if claim.regime == "fr-consumer":
        return known(here, "legal"), None
    if claim.regime == "uk":
        return known(fixed, "boe") + 8, None
    if claim.regime == "de-b2b":
        return known(here, "de") + 9, None
    if claim.regime == "be-b2b":
        return known(here, "be"), None
    if claim.regime == "ch":
        known(here, "ecb")
        return max(Fraction(5), claim.contract or Fraction(0)), None
    return claim.contract, None


def year_length(count, day):
    if count == "actual":
        year = date.fromordinal(day).year
        return (date(year + 1, 1, 1) - date(year, 1, 1)).days
    return int(count)


def pay(left, amount, interest_first):
    """Deducts a payment in the order chosen; "over" is what nothing was left to pay with."""
    for part in ("costs", "interest", "principal") if interest_first else ("principal", "interest", "costs"):
        paid = min(amount, left[part])
        left[part] -= paid
        amount -= paid
    left["over"] = left.get("over", 0) + amount
    return left


def bounds(claim):
    """First and last day that may bear interest; no first day for a consumer without a formal notice."""
    last = claim.until if claim.insolvency is None else min(claim.until, claim.insolvency - 1)
    if claim.regime != "fr-consumer":
        return claim.due + 1, last
    return (None if claim.notice is None else max(claim.due, claim.notice) + 1), last


def fixed_sum(claim, late):
    if late <= 0 or claim.until <= claim.due or claim.insolvency is not None and claim.due >= claim.insolvency:
        return 0
    if claim.regime == "uk":
        return (4_000 if late < 100_000 else 7_000 if late < 1_000_000 else 10_000) if claim.currency == "GBP" else 0
    owed = claim.regime in ("fr-b2b", "fr-public", "de-b2b", "be-b2b") and claim.currency == "EUR"
    return 4_000 if owed else 0


def intervals(claim, start, last):
    """Runs of days without a payment or a new half-year inside."""
    ends = {last} | {day for day, _ in claim.payments}
    year, number = half_year(start)
    while first_day((year, number)) <= last:
        year, number = (year, 2) if number == 1 else (year + 1, 1)
        ends.add(first_day((year, number)) - 1)
    from_day = start
    for to in sorted(end for end in ends if start <= end <= last):
        yield from_day, to
        from_day = to + 1


def run(claim, lifted=False):
    payments = sorted(payment for payment in claim.payments if payment[0] <= claim.until)
    left = {"costs": claim.costs, "interest": 0, "principal": claim.principal, "over": 0}
    start, last = bounds(claim)
    late = claim.principal

    def settle(up_to):
        while payments and payments[0][0] <= up_to:
            pay(left, payments.pop(0)[1], claim.interest_first)

    settle(claim.due)
    late = left["principal"]
    segments, below, final_rate = [], set(), Fraction(0)
    if start is not None:
        settle(start - 1)
        for from_day, to in intervals(claim, start, last):
            if left["principal"] > 0:
                yearly, floor = rate(claim, start, from_day)
                if floor is not None and yearly < floor:
                    below.add(half_year(from_day))
                    yearly = floor if lifted else yearly
                days = to - from_day + 1
                exact = left["principal"] * yearly * days / (100 * year_length(claim.count, from_day))
                segments.append([from_day, to, days, left["principal"], yearly, half_up(exact), exact])
                left["interest"] += half_up(exact)
                final_rate = yearly
            settle(to)
    settle(claim.until)
    return left, late, segments, below, final_rate


def compute(claim):
    """Everything a person is told; nothing where a rate is not known."""
    try:
        left, late, segments, below, final_rate = run(claim)
        lifted = sum(segment[5] for segment in run(claim, True)[2]) if below else None
    except Unknown:
        return None
    total = sum(segment[5] for segment in segments)
    stopped = claim.insolvency is not None and claim.insolvency <= claim.until
    per_day = left["principal"] * final_rate / (100 * year_length(claim.count, claim.until))
    return {"segments": [segment[:6] for segment in segments], "interest": total,
            "exact": sum((segment[6] for segment in segments), Fraction(0)), "fixed": fixed_sum(claim, late), "left": left,
            "paid": total - left["interest"], "per_day": 0 if stopped else half_up(Fraction(per_day)),
            "floor": lifted, "below": len(below)}


def day_by_day(claim):
    """The unrounded interest again, one day after the other; the interest a payment pays is still that of whole segments."""
    payments, total = list(claim.payments), Fraction(0)
    start, last = bounds(claim)
    if start is None:
        return total
    left = {"costs": claim.costs, "interest": 0, "principal": claim.principal, "over": 0}
    # Days that bear the same: as many as there are of each principal, rate and length of the year.
    alike, day = Counter(), min([start, *(paid for paid, _ in payments)])
    while day <= last:
        if day >= start and left["principal"] > 0:
            yearly, _ = rate(claim, start, day)
            alike[left["principal"], yearly, year_length(claim.count, day)] += 1
        today = [amount for paid, amount in payments if paid == day]
        if today or half_year(day) != half_year(day + 1):
            accrued = interest_of(alike)
            left["interest"] += half_up(accrued)
            total += accrued
            alike.clear()
        for amount in sorted(today):
            pay(left, amount, claim.interest_first)
        day += 1
    return total + interest_of(alike)


def interest_of(days):
    """What so many days of each principal, rate and length of the year bear."""
    return sum((count * principal * yearly / (100 * length) for (principal, yearly, length), count in days.items()),
               Fraction(0))


def random_claim(random):
    """Any regime; amounts from a cent to millions; part payments before, on and after every day that matters."""
    def pick(count):
        return int(random() * count)

    def choice(values):
        return values[pick(len(values))]

    regime = choice(REGIMES)
    due = date(2015, 1, 1).toordinal() + pick(4380)
    if pick(8) == 0:
        year = 2015 + pick(12)
        due = choice((date(year, 6, 30), date(year, 12, 31), date(year, 7, 1), date(year, 1, 1))).toordinal()
    until = due + choice((-1, 0, 1, 30, 31, pick(120), pick(400), pick(1200)))
    claim = Claim(regime, choice((1 + pick(50), 1 + pick(999_999), 100 * (1 + pick(99_999)), 10 ** pick(10), 1_000_000)),
                  {"uk": "GBP", "ch": "CHF"}.get(regime, "EUR") if pick(10) else "USD", due, until)
    for _ in range(choice((0, 0, 1, 1, 2, 3))):
        when = choice((due, due + 1, until, due + pick(max(1, until - due)), due - pick(40), until + pick(20)))
        claim.payments.append((when, choice((1 + pick(100), 1 + claim.principal // (1 + pick(4)), claim.principal))))
    if regime == "contract" or regime in ("fr-b2b", "ch") and pick(3) == 0:
        claim.contract = Fraction(pick(200_000), 10_000)
    claim.count = choice(("365", "365", "actual", "360"))
    claim.interest_first = pick(2) == 1
    claim.costs = choice((0, 0, 0, 1 + pick(10_000)))
    if regime == "fr-consumer" and pick(5):
        claim.notice = due + pick(200) - 20
    if pick(8) == 0:
        claim.insolvency = due - 10 + pick(max(1, until - due + 30))
    return claim

"""The oracle's command line: `selftest`, or `cases --count N --seed S` or `plans --count N --seed S`: a line for each case,
what is asked and what is expected, two JSON documents with a tab between them.

Days are numbers of days since 1970-01-01, amounts cents, ratios units of a ten-thousandth rounded half away from zero.
"""
import argparse
import json
import random
import sys
from datetime import date, timedelta

import ageing
import behaviour
import due
import generate
import golden
import interest
import migration
import plans
import sales
from book import as_of, balance

EPOCH = date(1970, 1, 1).toordinal()
MODES = (ageing.APART, ageing.OWN_LINE, ageing.OLDEST_FIRST, ageing.SAME_REFERENCE)


def since_epoch(day):
    return None if day is None else day - EPOCH


def four(value):
    """A fraction in ten-thousandths."""
    if value is None:
        return None
    numerator, denominator = value.numerator * 10_000, value.denominator
    rounded = (2 * abs(numerator) + denominator) // (2 * denominator)
    return rounded if numerator >= 0 else -rounded


def ratio(part, whole):
    """A share in ten-thousandths; none of nothing."""
    return four(behaviour.Fraction(part, whole)) if whole > 0 else None


def row(line):
    return [line.not_due, *line.to_come, *line.buckets, line.no_due_day, line.unallocated, line.overdue, line.items,
            line.oldest]


def key_figures(items, day):
    seen = ageing.key_figures(items, day)
    return [seen["outstanding"], seen["overdue"], seen["not_due"], seen["over_90"], seen["credits"],
            ratio(seen["overdue"], seen["debits"]), ratio(seen["overdue"], seen["outstanding"]),
            four(behaviour.weighted(seen["late"]))]


def outstanding_days(entries, items, day, window):
    seen = sales.outstanding_days(entries, items, day, window)
    count_back = seen["count_back"]
    days, exhausted = count_back or (None, False)
    return [seen["receivables"], seen["not_due"], seen["sales"], four(seen["simple"]),
            None if count_back is None else [four(days) if exhausted else None, None if exhausted else int(days)],
            four(seen["weighted"]), four(seen["best"]), four(seen["delinquent"]), seen["opening"],
            four(seen["effectiveness"])]


def statistics(pairs):
    number, *rest = behaviour.statistics(pairs)
    return [number, *[four(None if value is None else behaviour.Fraction(value)) for value in rest]]


def due_case(made):
    """Terms in words, the form they name, the day they give, and the other readings."""
    name = made.choice(tuple(due.WORDS))
    issued = date.fromordinal(date(2020, 1, 1).toordinal() + made.pick(5000))
    said = {"n": made.choice((30, 45, 60, 1 + made.pick(120))), "k": 1 + made.pick(31), "l": 1 + made.pick(31),
            "m": 1 + made.pick(12), "p": made.choice(("1", "1.5", "2", "3")), "x": 1 + made.pick(20),
            "s": made.choice((10, 30, 50)), "date": issued + timedelta(days=made.pick(200))}
    pattern = made.choice(due.WORDS[name])
    form = due.named(name, pattern, **said)
    readings = [form, *due.other_readings(form)]
    parts = form[1:] if form[0] == "instalments" else []
    return [pattern.format(**said), issued.toordinal() - EPOCH,
            [[due.code(one), due.due_day(one, issued).toordinal() - EPOCH] for one in readings],
            [due.due_day(part, issued).toordinal() - EPOCH for _, part in parts]]


def claim_case(made):
    """A claim, and its interest by the handbook; nothing where a rate is not known."""
    claim = interest.random_claim(made.random)
    units = lambda rate: None if rate is None else int(rate * 10_000)
    asked = [claim.regime, claim.principal, claim.currency, claim.due - EPOCH, claim.until - EPOCH,
             [[day - EPOCH, amount] for day, amount in claim.payments], units(claim.contract), claim.count,
             claim.interest_first, claim.costs, since_epoch(claim.notice), since_epoch(claim.insolvency)]
    seen = interest.compute(claim)
    if seen is None:
        return asked, None
    left = seen["left"]
    segments = [[start - EPOCH, to - EPOCH, days, principal, units(rate), amount]
                for start, to, days, principal, rate, amount in seen["segments"]]
    return asked, [segments, seen["interest"], interest.half_up(seen["exact"] * 10_000), seen["fixed"],
                   [left["principal"], left["interest"], left["costs"], left["over"]], seen["paid"], seen["per_day"],
                   seen["floor"], seen["below"]]


def case(source):
    made = generate.ledger(source)
    day, entries = made.as_of, made.entries
    basis, mode = made.choice((ageing.DUE, ageing.DUE, ageing.ISSUED)), made.choice(MODES)
    window, earlier = made.choice(generate.WINDOWS), day - made.choice((28, 30, 31, 60))
    items, settlements = as_of(entries, day)
    by_customer = ageing.rows(items, day, basis, made.limits, mode)
    seen = behaviour.observations(settlements)
    late = [(amount, days) for amount, _, days in seen if days is not None]
    words, issued, readings, parts = due_case(made)
    claim, claimed = claim_case(made)
    moved = migration.matrix(as_of(entries, earlier)[0], earlier, items, day, made.limits)
    asked = {
        "as_of": day - EPOCH, "earlier": earlier - EPOCH, "window": window, "limits": made.limits, "basis": basis,
        "credits": mode,
        "entries": [[e.customer, e.kind, e.account, e.posted - EPOCH, e.issued - EPOCH, since_epoch(e.due), e.amount, e.letter, e.document]
                    for e in entries],
        "terms": words, "issued": issued, "claim": claim,
    }
    expected = {
        "due": readings,
        "parts": parts,
        "claim": claimed,
        "open": sorted((item.entry.place, item.residual) for item in items),
        "rows": {customer: row(line) for customer, line in by_customer.items()},
        "total": row(ageing.total(by_customer, made.limits)),
        "balance": balance(entries, day),
        "key": key_figures(items, day),
        "dso": outstanding_days(entries, items, day, window),
        "to_pay": statistics([(amount, days) for amount, days, _ in seen]),
        "late": statistics(late),
        "punctuality": behaviour.punctuality(late),
        "hhi": four(behaviour.concentration([line.balance() for line in by_customer.values()])),
        "migration": moved,
        "rates": [ratio(line[2 + index], line[0]) for index, line in enumerate(moved[:-1])],
    }
    return asked, expected


def plan_case(source):
    """A customer with a policy and a history, and the contacts expected of the horizon."""
    made = plans.random_case(source)
    limits = made.limits
    asked = {
        "as_of": made.as_of - EPOCH, "horizon": made.horizon, "shift": made.shift,
        "steps": [[one.offset, one.business, one.tone, one.deadline, one.repeat] for one in made.steps],
        "limits": [limits.minimum, limits.minimum_item, limits.grace, limits.arrears, limits.between, limits.cap,
                   limits.again, limits.catch_up, limits.advance],
        "items": [[item.issued - EPOCH, item.due - EPOCH, item.residual] for item in made.items],
        "credits": made.credits, "contacts": [[day - EPOCH, said] for day, said in made.contacts],
    }
    contacts = [[day - EPOCH, step, fallen - EPOCH, places, amount]
                for day, step, fallen, places, amount in plans.plan(made)]
    return asked, contacts


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("selftest", help="the oracle against the figures of the domain handbook")
    cases = commands.add_parser("cases", help="random ledgers with the figures expected of them")
    cases.add_argument("--count", type=int, required=True)
    cases.add_argument("--seed", type=int, required=True)
    lives = commands.add_parser("plans", help="random customers and policies with the contacts expected of them")
    lives.add_argument("--count", type=int, required=True)
    lives.add_argument("--seed", type=int, required=True)
    asked = parser.parse_args()
    golden.check(sys.stdout if asked.command == "selftest" else sys.stderr)
    make = {"cases": case, "plans": plan_case}.get(asked.command)
    if make:
        source, write = random.Random(asked.seed).random, json.JSONEncoder(separators=(",", ":"), sort_keys=True).encode
        for _ in range(asked.count):
            sys.stdout.write("\t".join(map(write, make(source))) + "\n")


if __name__ == "__main__":
    main()

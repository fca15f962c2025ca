"""Random ledgers from a seed: small, and made of what goes wrong at the edges.

Exact, partial, excessive and split payments; groups across the day asked for; credit notes, openings, bounced money,
documents without number or due day; days on both sides of every limit.
"""
from datetime import date

from book import (ACCRUED, ADVANCES, CREDIT_NOTE, CREDIT_NOTES_TO_ISSUE, DOUBTFUL, INVOICE, OPENING, OTHER, PAYMENT, RECEIVABLE,
                  UNDATED_PAYMENT, Entry)

LIMITS = ([30, 60, 90], [30, 60, 90], [30, 60, 90, 120], [15, 30, 45, 60, 90], [10], [7, 30, 31, 365])
WINDOWS = (30, 90, 92, 183, 365)
CUSTOMERS = ("ALPHA", "BETA", "GAMMA", "DELTA")
LETTERS = ("A", "AA", "AB", "b", "aa", "7", "ZZZ", "A-1")


class Ledger:
    """Entries in the making, for one as-of day."""

    def __init__(self, random):
        self.random, self.entries = random, []
        self.as_of = date(2024, 1, 1).toordinal() + self.pick(1200)
        self.limits = self.choice(LIMITS)
        self.customers = CUSTOMERS[:1 + self.pick(4)]

    def pick(self, count):
        return int(self.random() * count)

    def choice(self, values):
        return values[int(self.random() * len(values))]

    def chance(self, percent):
        return self.random() * 100 < percent

    def amount(self):
        """Cents: tiny, round and ordinary amounts, so that sums collide and shares end in halves."""
        return self.choice((1 + self.pick(20), 100 * (1 + self.pick(8)), 1_000 * (1 + self.pick(5)), 1 + self.pick(999_999)))

    def day(self):
        """Around the as-of day: mostly before it, now and then on it or after it."""
        return self.as_of + 20 - self.pick(300) if self.chance(95) else self.as_of

    def due(self, day):
        if self.chance(12):
            return None
        if self.chance(30):
            return max(day, self.as_of - self.choice((0, *self.limits)) - self.pick(2) + self.pick(2))
        return day + self.choice((0, 30, 30, 45, 60, -3, self.pick(120)))

    def posted(self, kind, issued):
        """One document in four is posted on another day than it bears, mostly later; money counts on its posting day."""
        if kind in (PAYMENT, UNDATED_PAYMENT) or self.chance(75):
            return issued
        return issued + self.choice((1, 3, 31, self.pick(60), -2))

    def add(self, customer, kind, day, due, amount, letter, document):
        account = RECEIVABLE if self.chance(94) else self.choice((DOUBTFUL, ACCRUED, ADVANCES, CREDIT_NOTES_TO_ISSUE))
        self.entries.append(Entry(0, customer, kind, account, self.posted(kind, day), day, due, amount, letter, document))

    def invoice(self):
        """An invoice, with what may have cleared it."""
        customer, day, amount = self.choice(self.customers), self.day(), self.amount()
        document = "" if self.chance(10) else f"F{self.pick(9)}"
        letter = self.choice(LETTERS) if self.chance(60) else None
        self.add(customer, INVOICE, day, self.due(day), amount, letter, document)
        if letter is None and self.chance(70):
            return
        paid = (amount, amount, amount, max(1, amount // 2), amount + 1 + self.pick(99), max(1, amount - 1 - self.pick(5)))
        self.clear(customer, day, self.choice(paid), letter, document)

    def clear(self, customer, day, amount, letter, document):
        """One or two credits that add up to an amount."""
        first = 1 + self.pick(amount) if self.chance(30) else amount
        for part in (first, amount - first):
            if part:
                kind = self.choice((PAYMENT, PAYMENT, PAYMENT, PAYMENT, CREDIT_NOTE, UNDATED_PAYMENT))
                when = day + self.pick(100) - 5
                due = self.due(when) if kind == CREDIT_NOTE and self.chance(50) else None
                self.add(customer, kind, when, due, -part, letter, document if self.chance(50) else "")

    def stray(self):
        """Anything else: either sign, lettered or not."""
        kind = self.choice((CREDIT_NOTE, PAYMENT, PAYMENT, OPENING, OTHER, INVOICE))
        amount = self.amount() * self.choice((-1, -1, -1, 1)) if self.chance(98) else 0
        day = self.day()
        letter = self.choice(LETTERS) if self.chance(25) else None
        self.add(self.choice(self.customers), kind, day, self.due(day) if self.chance(50) else None, amount, letter,
                 f"F{self.pick(9)}")


def ledger(random):
    """A ledger with its entries in the order of the file."""
    made = Ledger(random)
    for _ in range(made.pick(6)):
        made.invoice()
    for _ in range(made.pick(4)):
        made.stray()
    keyed = sorted((made.random(), place) for place in range(len(made.entries)))
    made.entries = [made.entries[old]._replace(place=new) for new, (_, old) in enumerate(keyed)]
    return made

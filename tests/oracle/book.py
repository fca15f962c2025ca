"""Entries of a receivables ledger, and what is open on a day.

Amounts are integers in cents, debits positive. Days are ordinals (`date.toordinal`). Nothing is rounded here.
"""
from collections import namedtuple

# In the order that breaks ties. An undated payment is money of which the file does not tell the day.
KINDS = ("invoice", "credit-note", "payment", "undated-payment", "opening", "other")
INVOICE, CREDIT_NOTE, PAYMENT, UNDATED_PAYMENT, OPENING, OTHER = KINDS
ACCOUNTS = ("receivable", "doubtful", "accrued", "advances", "credit-notes-to-issue")
RECEIVABLE, DOUBTFUL, ACCRUED, ADVANCES, CREDIT_NOTES_TO_ISSUE = ACCOUNTS

# place: position in the file. account: class of the account it stands in. posted: the accounting day, which decides
# what exists on a day. issued: the day on the document.
Entry = namedtuple("Entry", "place customer kind account posted issued due amount letter document")
# What is left of an entry on a day.
Item = namedtuple("Item", "entry residual")
# A part of a credit that settled a part of a debit of the same letter group.
Settlement = namedtuple("Settlement", "debit credit amount")


def ageing_day(entry):
    """The due day; an entry without one is as old as its document."""
    return entry.issued if entry.due is None else entry.due


def seniority(entry):
    """Oldest due first. Ties: the older document, then kind and amount; only then the order of the rows."""
    return ageing_day(entry), entry.issued, KINDS.index(entry.kind), entry.amount


def settle(debits, credits):
    """Allocates credits to debits, oldest due first on both sides. Returns the items left and the settlements."""
    debits, credits = sorted(debits, key=seniority), sorted(credits, key=seniority)
    left = [-credit.amount for credit in credits]
    items, settlements, at = [], [], 0
    for debit in debits:
        open_amount = debit.amount
        while open_amount and at < len(credits):
            part = min(open_amount, left[at])
            if part:
                settlements.append(Settlement(debit, credits[at], part))
            open_amount -= part
            left[at] -= part
            if not left[at]:
                at += 1
        if open_amount:
            items.append(Item(debit, open_amount))
    items += [Item(credit, -rest) for credit, rest in zip(credits, left) if rest]
    return items, settlements


def as_of(entries, day):
    """Open items and settlements on a day, from the entries posted by then. When the letter was put plays no part."""
    groups, items, settlements = {}, [], []
    for entry in entries:
        if entry.posted > day or not entry.amount:
            continue
        if entry.letter is None:
            items.append(Item(entry, entry.amount))
        else:
            groups.setdefault((entry.customer, entry.letter), []).append(entry)
    for group in groups.values():
        left, settled = settle([e for e in group if e.amount > 0], [e for e in group if e.amount < 0])
        items += left
        settlements += settled
    return items, settlements


def balance(entries, day):
    """The ledger's own balance: a plain sum, computed without the items."""
    return sum(entry.amount for entry in entries if entry.posted <= day)

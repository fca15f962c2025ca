"""The aged balance: every open amount in exactly one column, whatever is done with the credits."""
from book import Item, ageing_day, seniority

DUE, ISSUED = "due-date", "invoice-date"
BUCKET, NOT_DUE, NO_DUE_DAY, UNALLOCATED = "bucket", "not-due", "no-due-day", "unallocated"
APART, OWN_LINE, OLDEST_FIRST, SAME_REFERENCE = "apart", "own-line", "oldest-first", "same-reference"


class Row:
    """One line of the balance. `buckets` and `to_come` have one figure more than there are limits."""

    def __init__(self, limits):
        self.not_due = self.no_due_day = self.unallocated = self.overdue = self.items = 0
        self.buckets = [0] * (len(limits) + 1)
        self.to_come = [0] * (len(limits) + 1)
        self.oldest = None

    def balance(self):
        return self.not_due + sum(self.buckets) + self.no_due_day + self.unallocated

    def add(self, column, amount):
        where, position = column
        if where == BUCKET:
            self.buckets[position] += amount
        elif where == NOT_DUE:
            self.not_due += amount
            self.to_come[position] += amount
        elif where == NO_DUE_DAY:
            self.no_due_day += amount
        else:
            self.unallocated += amount

    def count(self, item, day):
        """What is overdue are debits past their due day, whatever ages them."""
        self.items += 1
        late = None if item.entry.due is None else day - item.entry.due
        if item.residual > 0 and late is not None and late > 0:
            self.overdue += item.residual
            self.oldest = late if self.oldest is None else max(self.oldest, late)

    def absorb(self, row):
        self.not_due += row.not_due
        self.no_due_day += row.no_due_day
        self.unallocated += row.unallocated
        self.overdue += row.overdue
        self.items += row.items
        self.buckets = [left + right for left, right in zip(self.buckets, row.buckets)]
        self.to_come = [left + right for left, right in zip(self.to_come, row.to_come)]
        self.oldest = max((late for late in (self.oldest, row.oldest) if late is not None), default=None)


def bucket(days, limits):
    """Index of the range that holds this many days: a limit belongs to the lower range."""
    return sum(days > limit for limit in limits)


def column(entry, day, basis, limits):
    """The column of a debit, and its place there: ranges of days late, or of days still to run."""
    if basis == ISSUED:
        return aged(day - entry.issued, limits)
    if entry.due is None:
        return NO_DUE_DAY, None
    return aged_by_due_day(day - entry.due, limits)


def aged(age, limits):
    """By invoice date the first range starts at 0 days: nothing is "not due"."""
    return BUCKET, bucket(age, limits)


def aged_by_due_day(late, limits):
    """Due on the day is not due."""
    return (BUCKET, bucket(late, limits)) if late > 0 else (NOT_DUE, bucket(-late, limits))


def own_day_column(entry, day, basis, limits):
    """The column of a credit that ages by its own day: its due day where it states one, else its document's."""
    if basis == ISSUED:
        return aged(day - entry.issued, limits)
    return aged_by_due_day(day - ageing_day(entry), limits)


def net(items):
    """Lets the credits of a list pay its debits, oldest due first; returns what is left of both."""
    items = sorted(items, key=lambda item: (*seniority(item.entry), item.residual, item.entry.place))
    owed = [item for item in items if item.residual > 0]
    paid = [item for item in items if item.residual < 0]
    money, used, left = -sum(item.residual for item in paid), 0, []
    for item in owed:
        part = min(money - used, item.residual)
        used += part
        if item.residual > part:
            left.append(Item(item.entry, item.residual - part))
    for item in paid:
        part = min(used, -item.residual)
        used -= part
        if -item.residual > part:
            left.append(Item(item.entry, item.residual + part))
    return left


def applied(items, credits_mode):
    """The items of one customer after its credits were applied: an advance pays no invoice of another account."""
    if credits_mode not in (OLDEST_FIRST, SAME_REFERENCE):
        return items
    together, left = {}, []
    for item in items:
        document = item.entry.document if credits_mode == SAME_REFERENCE else "any"
        if document:
            together.setdefault((item.entry.account, document), []).append(item)
        else:
            left.append(item)
    for group in together.values():
        left += net(group)
    return left


def rows(items, day, basis, limits, credits_mode):
    """The rows by customer."""
    by_customer = {}
    for item in items:
        by_customer.setdefault(item.entry.customer, []).append(item)
    answer = {}
    for customer, own in by_customer.items():
        row = Row(limits)
        for item in applied(own, credits_mode):
            row.count(item, day)
            if item.residual > 0:
                row.add(column(item.entry, day, basis, limits), item.residual)
            elif credits_mode == OWN_LINE:
                row.add(own_day_column(item.entry, day, basis, limits), item.residual)
            else:
                row.add((UNALLOCATED, None), item.residual)
        if row.items:
            answer[customer] = row
    return answer


def total(rows_by_customer, limits):
    answer = Row(limits)
    for row in rows_by_customer.values():
        answer.absorb(row)
    return answer


def key_figures(items, day):
    """Outstanding, overdue, not due, over 90 days late, credits; then overdue items as (amount, days late)."""
    debits = [(i.residual, None if i.entry.due is None else day - i.entry.due) for i in items if i.residual > 0]
    late = [(amount, days) for amount, days in debits if days is not None and days > 0]
    return {
        "outstanding": sum(i.residual for i in items),
        "debits": sum(amount for amount, _ in debits),
        "overdue": sum(amount for amount, _ in late),
        "not_due": sum(amount for amount, days in debits if days is not None and days <= 0),
        "over_90": sum(amount for amount, days in late if days > 90),
        "credits": sum(i.residual for i in items if i.residual < 0),
        "late": late,
    }

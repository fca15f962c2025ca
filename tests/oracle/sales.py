"""Days sales outstanding in its variants, and the collection effectiveness index. Ratios are exact fractions."""
from datetime import date
from fractions import Fraction

from book import ACCRUED, CREDIT_NOTE, CREDIT_NOTES_TO_ISSUE, DOUBTFUL, INVOICE, balance

SALES = (INVOICE, CREDIT_NOTE)
# Neither doubtful customers (416) nor what is estimated at closing (418, 4198) is part of what sales are waiting for.
LEFT_OUT = (ACCRUED, CREDIT_NOTES_TO_ISSUE, DOUBTFUL)


def first_of_month(day):
    return date.fromordinal(day).replace(day=1).toordinal()


def sales_between(entries, first, last):
    """Invoices less credit notes, taxes included, posted from `first` to `last`, both included."""
    return sum(e.amount for e in entries if e.kind in SALES and first <= e.posted <= last)


def simple(receivables, sales, days):
    """Receivables over the sales of a window, in days. None where nothing was sold."""
    return Fraction(receivables * days, sales) if sales > 0 else None


def months_back(day):
    """Months from that of `day`, which ends on `day`, backwards: (first day, last day)."""
    while True:
        first = first_of_month(day)
        yield first, day
        day = first - 1


def count_back(receivables, months):
    """Uses up receivables on the sales of months going back, [(sales, days)] newest first.

    Returns (days, True), or (days of all months, False) where the months do not use the receivables up.
    """
    days = Fraction(0)
    for sold, length in months:
        if receivables <= 0:
            break
        if sold <= 0:
            days += length
        elif sold > receivables:
            days += Fraction(receivables * length, sold)
            receivables = 0
        else:
            days += length
            receivables -= sold
    return days, receivables <= 0


def sales_weighted(months):
    """Share still open of the sales of each month of issue, times its days: [(open, sales, days)].

    A month that sold nothing, and yet has something open, contributes its days."""
    days = Fraction(0)
    for still_open, sold, length in months:
        if still_open:
            days += Fraction(still_open * length, sold) if sold > 0 else length
    return days


def collection_effectiveness(before, sales, after, after_not_due):
    """Share collected of what could be collected, 1 for all. None where nothing could be."""
    collectable = before + sales - after_not_due
    return Fraction(before + sales - after, collectable) if collectable > 0 else None


def outstanding_days(entries, items, day, window):
    """Every variant on a day, over the `window` days that end on it, from the entries and the items open then."""
    first = day - window + 1
    known = any(e.posted < first for e in entries)
    entries = [e for e in entries if e.account not in LEFT_OUT and e.posted <= day]
    items = [i for i in items if i.entry.account not in LEFT_OUT]
    receivables = sum(i.residual for i in items)
    current = sum(i.residual for i in items if i.residual > 0 and i.entry.due is not None and i.entry.due >= day)
    sold = sales_between(entries, first, day)
    answer = {"receivables": receivables, "not_due": current, "sales": sold,
              "simple": simple(receivables, sold, window), "best": simple(current, sold, window),
              "delinquent": simple(receivables - current, sold, window),
              "count_back": None, "weighted": None, "opening": None, "effectiveness": None}
    days_of_sales = [e.posted for e in entries if e.kind in SALES]
    if days_of_sales:
        months = months_of(entries, items, first_of_month(min(days_of_sales)), day)
        answer["count_back"] = count_back(receivables, [(sales, days) for _, sales, days in months])
        answer["weighted"] = sales_weighted(months)
    if known:
        answer["opening"] = balance(entries, first - 1)
        answer["effectiveness"] = collection_effectiveness(answer["opening"], sold, receivables, current)
    return answer


def months_of(entries, items, oldest, day):
    """(open, sales, days) of each month, newest first, back to the month that starts on `oldest`."""
    months, sold, still_open = [], {}, {}
    for entry in entries:
        if entry.kind in SALES:
            month = first_of_month(entry.posted)
            sold[month] = sold.get(month, 0) + entry.amount
    for item in items:
        if item.entry.kind in SALES:
            month = first_of_month(item.entry.posted)
            still_open[month] = still_open.get(month, 0) + item.residual
    for first, last in months_back(day):
        if first < oldest:
            return months
        months.append((still_open.get(first, 0), sold.get(first, 0), last - first + 1))

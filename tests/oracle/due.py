"""Due days from payment terms: the normal forms of the trade, and the words that name them.

A day is a `datetime.date`. A form is a tuple: its name, then its numbers. ("the", k, form) puts a form off to day k,
("pay-days", form, k, l) rolls it forward to a listed day, ("discount", p, x, form) takes p % off within x days,
("instalments", (share, form), ..., (None, form)) has several parts, ("fixed", day) is a date.
"""
from calendar import monthrange
from datetime import date, timedelta


def end_of_month(day):
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day, months):
    """Same day number `months` later, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def the_day_after(base, number):
    """The next day with this number strictly after an end of month: it lies in the following month."""
    first = base + timedelta(days=1)
    return first.replace(day=min(number, monthrange(first.year, first.month)[1]))


def roll_to_pay_day(base, numbers):
    """The first listed day of a month on or after `base`; 31 means the last day."""
    candidates = []
    for months in (0, 1):
        month = add_months(base.replace(day=1), months)
        last = monthrange(month.year, month.month)[1]
        candidates += [month.replace(day=min(number, last)) for number in numbers]
    return min(candidate for candidate in candidates if candidate >= base)


def due_day(form, issued):
    name, *numbers = form
    if name == "net":
        return issued + timedelta(days=numbers[0])
    if name == "days-then-end-of-month":
        return end_of_month(issued + timedelta(days=numbers[0]))
    if name == "end-of-month-then-days":
        return end_of_month(issued) + timedelta(days=numbers[0])
    if name == "months-then-end-of-month":
        return end_of_month(add_months(issued.replace(day=1), numbers[0]))
    if name == "the":
        number, base = numbers
        return the_day_after(end_of_month(due_day(base, issued)), number)
    if name == "cash":
        return issued
    if name == "pay-days":
        return roll_to_pay_day(due_day(numbers[0], issued), numbers[1:])
    if name == "discount":
        return due_day(numbers[2], issued)
    if name == "instalments":
        return due_day(numbers[-1][1], issued)
    if name == "fixed":
        return numbers[0]
    raise ValueError(name)


def readings(days):
    """The lawful or usual readings of "n days end of month", the literal one first."""
    forms = [("days-then-end-of-month", days), ("end-of-month-then-days", days)]
    if days % 30 == 0:
        forms.append(("months-then-end-of-month", days // 30))
    return forms


def code(form):
    """The name of a form in the handbook."""
    name, *numbers = form
    if name == "the":
        return f"{code(numbers[1])}_THE({numbers[0]})"
    if name == "pay-days":
        base = "" if numbers[0] == ("cash",) else code(numbers[0]) + "_"
        return f"{base}PAYDAYS{{{','.join(map(str, numbers[1:]))}}}"
    if name == "discount":
        percent, days, base = numbers
        return f"DISCOUNT({percent},{days},{base[1] if base[0] == 'net' else code(base)})"
    if name == "instalments":
        parts = [code(part) if share is None else f"{share} % {code(part)}" for share, part in numbers]
        return f"INSTALMENTS({', '.join(parts)})"
    if name == "fixed":
        return f"FIXED({numbers[0].isoformat()})"
    pattern = {"net": "NET({})", "days-then-end-of-month": "DAYS_EOM({})", "end-of-month-then-days": "EOM_DAYS({})",
               "months-then-end-of-month": "MONTHS_EOM({})", "cash": "CASH"}[name]
    return pattern.format(*numbers)


def other_readings(form):
    """What the same words may also mean; only an end of month with days is read in several ways."""
    if form[0] == "the":
        return [("the", form[1], other) for other in other_readings(form[2])]
    if form[0] == "pay-days":
        return [("pay-days", other, *form[2:]) for other in other_readings(form[1])]
    if form[0] == "discount":
        return [(*form[:3], other) for other in other_readings(form[3])]
    if form[0] == "instalments":
        return [(*form[:-1], (None, other)) for other in other_readings(form[-1][1])]
    if form[0] not in ("days-then-end-of-month", "end-of-month-then-days"):
        return []
    return [other for other in readings(form[1]) if other != form]


# Words -> the form they name: the list of patterns of the handbook, with n days and the day k of the month.
WORDS = {
    "net": ("{n} jours", "{n} j", "{n}J", "{n} jours net", "{n} jours nets", "{n} jours date de facture",
            "{n} j. date de facture", "{n} JDF", "LCR {n} jours", "Net {n}", "N{n}", "{n} days", "{n} Tage netto",
            "{n} días fecha factura", "{n} ddf", "{n} gg d.f.", "{n} dagen"),
    "days-then-end-of-month": ("{n} jours fin de mois", "{n} JFDM", "{n} FDM", "{n} j fdm", "{n} EOM",
                               "traite {n} jours fdm", "{n} días f.f.m.", "{n} gg f.m.", "{n} dagen einde maand"),
    "end-of-month-then-days": ("FDM {n}", "fin de mois + {n}", "Net EOM {n}"),
    "the": ("{n} jours fin de mois le {k}", "{n} FDM le {k}", "{n} JFM{k}"),
    "cash": ("à réception", "à réception de facture", "comptant", "au comptant", "à la commande", "Due on receipt", "COD",
             "CIA", "Pre-paid", "sofort fällig", "al contado", "rimessa diretta"),
    "months-then-end-of-month": ("{m} mois fin de mois", "{m} months end of month"),
    "pay-days": ("{n} jours, les {k} et {l}", "{n} jours fin de mois, les {k} et {l}", "prélèvement le {k}"),
    "discount": ("{p}/{x} n/{n}", "{p} % {x} jours, {n} net", "{x} Tage {p} % Skonto, {n} Tage netto",
                 "{n} jours fin de mois, escompte {p} % sous {x} jours"),
    "instalments": ("acompte {s} % solde {n} jours", "{s} % à la commande, solde {n} jours fin de mois",
                    "{s}% deposit, balance net {n}"),
    "fixed": ("échéance {date:%d/%m/%Y}", "{date}", "due {date:%d.%m.%Y}"),
}


def named(name, words, n, k, l, m, p, x, s, date):
    """The form that a pattern of words names."""
    base = ("days-then-end-of-month" if "fin de mois" in words else "net", n)
    if name == "the":
        return "the", k, ("days-then-end-of-month", n)
    if name == "pay-days":
        return ("pay-days", ("cash",), k) if "{n}" not in words else ("pay-days", base, *sorted({k, l}))
    return {"cash": ("cash",), "months-then-end-of-month": (name, m), "discount": (name, p, x, base), "fixed": (name, date),
            "instalments": (name, (s, ("cash",)), (None, base))}.get(name, (name, n))

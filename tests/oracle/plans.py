"""The dunning plan of one customer, lived day by day: which step, which day, for which items.

Written from features.md DE4 (at least n days, catch-up, a formal notice is never the first contact, the next of level n is
n + 1), DE5 (days between two contacts, cap in thirty days, one step at a time), DE7 (floors, grace, minimum arrears), DE8
(nothing where credits cover what is overdue), DE10 (business days) and domain.md 4.1, 9.2 (holidays; one message for an
account at the level of its most advanced item). Where they are silent, from the decisions recorded on the dunning engine.
Every day of the horizon is looked at, whether anything can change on it or not.
"""
from dataclasses import dataclass, field
from datetime import date, timedelta

SERVICE, AMICABLE, FORMAL = "service", "amicable", "formal"
BY_AGE, ONE_AT_A_TIME = "by-age", "one-at-a-time"
CURRENT, FIRST, ASK = "current", "first", "ask"
STAY, NEXT, PREVIOUS = "none", "next", "previous"
MONTH = 30


def easter(year):
    """Easter Sunday, by the anonymous Gregorian computus."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    lunar = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * lunar) // 451
    month, day = divmod(h + lunar - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holidays(year):
    """The eleven of C. trav. L3133-1."""
    sunday = easter(year)
    moving = [sunday + timedelta(days=days) for days in (1, 39, 50)]
    fixed = [date(year, month, day) for month, day in
             ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))]
    return {day.toordinal() for day in moving + fixed}


HOLIDAYS = set().union(*(holidays(year) for year in range(2018, 2032)))


def is_business(day):
    return day % 7 not in (6, 0) and day not in HOLIDAYS  # ordinal 1 was a Monday


@dataclass
class Step:
    offset: int
    business: bool
    tone: str
    deadline: int | None = None
    repeat: tuple | None = None  # every so many days, so often

    def before_due(self):
        return self.offset <= 0


@dataclass
class Limits:
    minimum: int = 0
    minimum_item: int = 0
    grace: int = 0
    arrears: int = 0
    between: int = 7
    cap: int | None = None
    again: int = 15
    catch_up: str = CURRENT
    advance: str = BY_AGE


@dataclass
class Item:
    place: int
    issued: int
    due: int
    residual: int
    step: int | None = None  # the last step done
    day: int | None = None
    times: int = 0
    free: int | None = None  # the first day after a deadline granted

    def did(self, step, day, deadline):
        self.times = self.times + 1 if self.step == step else 1
        self.step, self.day = step, day
        self.free = None if deadline is None else deadline + 1


@dataclass
class Case:
    as_of: int
    horizon: int
    shift: str
    steps: list
    limits: Limits
    items: list
    credits: int  # zero or less
    contacts: list = field(default_factory=list)  # day, step or None


class Life:
    def __init__(self, case):
        self.case, self.days, self.last_step = case, [], None
        # Oldest due first, then by their own day.
        self.items = sorted(case.items, key=lambda item: (item.due, item.issued, item.place))

    # -- days

    def open(self, day):
        return self.case.shift == STAY or is_business(day)

    def next_open(self, day):
        while not self.open(day):
            day += 1
        return day

    def plus(self, start, count, business):
        """So many days on, or business days: zero of those is the day itself or the next that is one."""
        if not business:
            return start + count
        day = start
        if count == 0:
            while not is_business(day):
                day += 1
        for _ in range(count):
            day += 1
            while not is_business(day):
                day += 1
        for _ in range(-count):
            day -= 1
            while not is_business(day):
                day -= 1
        return day

    # -- one item

    def applies(self, item, at, day):
        return not (self.case.steps[at].before_due() and item.due < day)

    def raw(self, item, at, grace):
        step = self.case.steps[at]
        return self.plus(item.due + (grace if step.offset > 0 else 0), step.offset, step.business)

    def falls(self, item, at, day):
        """The day a step falls, as far as is known on a day; None where it cannot come yet."""
        step = self.case.steps[at]
        fallen = max(self.raw(item, at, self.case.limits.grace), item.issued if item.free is None else item.free)
        if step.tone != FORMAL:
            return fallen
        # Never a first contact: it follows the step before it, and the delay between the two.
        if item.step is None or item.step >= at:
            return None
        if any(self.applies(item, between, day) for between in range(item.step + 1, at)):
            return None
        delay = max(step.offset - self.case.steps[item.step].offset, 1)
        return max(fallen, item.day + delay)

    def reached(self, item, at, day):
        fallen = self.falls(item, at, day)
        limit = day
        if self.case.steps[at].before_due() and self.case.shift == PREVIOUS:
            limit = self.next_open(day + 1) - 1  # the days off that follow
        return fallen if fallen is not None and fallen <= limit and self.applies(item, at, day) else None

    def fresh(self, item, day):
        """The step it has come to and not done yet, with the day it fell; "ask" where a person must say."""
        steps = range(len(self.case.steps))
        if item.step is None:
            fallen = [(at, self.reached(item, at, day)) for at in steps if self.case.steps[at].tone != FORMAL]
            fallen = [one for one in fallen if one[1] is not None]
            if not fallen:
                return None
            if self.case.limits.catch_up == FIRST:
                return fallen[0]
            if self.case.limits.catch_up == ASK and len(fallen) > 1:
                return ASK
            return fallen[-1]
        fallen = [(at, self.reached(item, at, day)) for at in steps if at > item.step]
        fallen = [one for one in fallen if one[1] is not None]
        if fallen:
            return fallen[0] if self.case.limits.advance == ONE_AT_A_TIME else fallen[-1]
        repeat = self.case.steps[item.step].repeat
        if repeat and item.times <= repeat[1] and item.day + repeat[0] <= day and self.applies(item, item.step, day):
            return item.step, item.day + repeat[0]
        return None

    def listed(self, item, day):
        """Part of a message of the day, should there be one: begun, and not in its days of grace."""
        if item.due < day <= item.due + self.case.limits.grace:
            return False
        begun = (self.falls(item, at, day) for at in range(len(self.case.steps)))
        return item.step is not None or any(fallen is not None and fallen <= day for fallen in begun)

    # -- the account

    def recall(self, day, said):
        """A contact made before: each item was at its own step of that day, no further than the contact's."""
        level = None
        for item in self.items:
            of_age = [at for at, step in enumerate(self.case.steps) if step.tone != FORMAL and self.raw(item, at, 0) <= day]
            if item.issued > day or not of_age:
                continue
            before = -1 if item.step is None else item.step
            if said is not None and self.case.steps[said].tone == FORMAL:
                step = said
            elif self.case.limits.advance == ONE_AT_A_TIME:
                step = max(said, before) if said is not None else min(before + 1, len(self.case.steps) - 1)
            else:
                step = max(of_age[-1] if said is None else min(of_age[-1], said), before)
            granted = None if said is None else self.case.steps[said].deadline
            item.did(step, day, None if granted is None else day + granted)
            level = max(level if level is not None else -1, step if said is None else said)
        self.last_step = self.last_step if level is None else level
        self.note(day)

    def note(self, day):
        if not self.days or self.days[-1] != day:
            self.days.append(day)

    def claimed(self, spots):
        """What is overdue, or all of it while nothing is."""
        late = sum(item.residual for item, _, is_late in spots if is_late)
        return late or sum(item.residual for item, _, _ in spots)

    def contact(self, day):
        """The contact of a day, or None: step, day it fell, items, amount."""
        limits = self.case.limits
        spots, news = [], []  # items of a message with their level; those that have come to a new step
        for item in self.items:
            if item.residual < limits.minimum_item:
                continue
            fresh = self.fresh(item, day)
            if fresh == ASK:
                continue
            if fresh:
                news.append((item, *fresh))
            if fresh or self.listed(item, day):
                spots.append((item, fresh[0] if fresh else item.step, item.due < day))
        if not news:
            return None
        if limits.cap is not None and len(self.days) >= limits.cap and day < self.days[-limits.cap] + MONTH:
            return None
        owed = self.claimed(spots) + self.case.credits
        if owed <= 0 or owed < limits.minimum:
            return None
        oldest = max((day - item.due for item, _, is_late in spots if is_late), default=0)
        if 0 < oldest < limits.arrears:
            return None
        highest = max(at for _, at, _ in news)
        _, step, fallen = next(one for one in news if one[1] == highest)
        if self.case.steps[highest].tone == FORMAL:
            members = [item for item, at, _ in news if at == highest]
        else:
            formal = lambda at: at is not None and self.case.steps[at].tone == FORMAL
            members = [item for item, at, _ in spots if not formal(at)]
            step = max(at for item, at, _ in spots if item in members and at is not None)
        own = [spot for spot in spots if spot[0] in members]
        wait = limits.between
        taken = self.case.steps[step]
        if step == self.last_step and not taken.before_due() and not taken.repeat:
            wait = max(wait, limits.again)
        if self.days and day < self.days[-1] + wait:
            return None
        amount = self.claimed(own) + self.case.credits
        if amount <= 0:
            return None
        for item, at, _ in own:
            if at is not None:
                item.did(at, day, None if taken.deadline is None else day + taken.deadline)
        self.last_step = step
        return [step, fallen, sorted(item.place for item in members), amount]

    def plan(self):
        for day, said in self.case.contacts:
            self.recall(day, said)
        contacts = []
        for day in range(self.case.as_of, self.case.as_of + self.case.horizon + 1):
            made = self.contact(day) if self.open(day) else None
            if made:
                self.note(day)
                contacts.append([day, *made])
        return contacts


def plan(case):
    """Every contact: [day, step, the day the step fell, places of the items, amount]."""
    return Life(case).plan()


def random_case(random):
    pick = lambda count: int(random() * count)
    choice = lambda values: values[pick(len(values))]
    as_of = date(2021, 1, 1).toordinal() + pick(2500)
    count = 1 + pick(5)
    offsets = sorted({choice((-5, -3, 0, 1, 2, 3, 5, 7, 8, 10, 14, 15, 20, 30, 45)) for _ in range(count)})
    steps = [Step(offset, pick(6) == 0, SERVICE if offset <= 0 else AMICABLE) for offset in offsets]
    for step in steps:
        if step.offset > 0 and pick(6) == 0:
            step.repeat = (5 + pick(20), 1 + pick(3))
        if step.offset > 0 and pick(8) == 0:
            step.deadline = choice((5, 8, 15))
    if any(step.offset > 0 for step in steps) and pick(3) == 0:
        steps.append(Step(offsets[-1] + 5 + pick(30), False, FORMAL, choice((None, 8))))
    limits = Limits(
        minimum=choice((0, 100, 1_000, 50_000)), minimum_item=choice((0, 0, 0, 2_000)), grace=choice((0, 0, 0, 2, 5)),
        arrears=choice((0, 0, 0, 5)), between=choice((0, 1, 3, 5, 7)), cap=choice((None, None, 1, 2, 4)),
        again=choice((0, 10, 15)), catch_up=choice((CURRENT, CURRENT, FIRST, ASK)), advance=choice((BY_AGE, BY_AGE, ONE_AT_A_TIME)))
    items = []
    for place in range(1 + pick(4)):
        due = as_of + 30 - pick(110)
        items.append(Item(place, min(due - choice((0, 15, 30, 45)), as_of - pick(3)), due, choice((500, 1_500, 10_000, 1 + pick(400_000)))))
    credits = 0 if pick(4) else -choice((100, 9_000, 60_000, 400_000))
    contacts = []
    for _ in range(choice((0, 0, 1, 1, 2, 3))):
        contacts.append([as_of - pick(45), None if pick(3) == 0 else pick(len(steps))])
    contacts.sort(key=lambda contact: contact[0])
    return Case(as_of, choice((0, 10, 30, 60)), choice((STAY, NEXT, NEXT, PREVIOUS)), steps, limits, items, credits, contacts)

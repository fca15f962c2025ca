"""Reads an iCalendar file with Python's icalendar, and says what it holds, one event a line.

A reader of another make: what it refuses or reads otherwise is a fault of the file.
"""
import sys

import icalendar

calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
assert calendar.get("version") == "2.0", calendar.get("version")
assert calendar.get("method") == "PUBLISH"
for event in calendar.walk("VEVENT"):
    start, end = event.decoded("dtstart"), event.decoded("dtend")
    assert not hasattr(start, "hour") and (end - start).days == 1, (start, end)
    stamp = event.decoded("dtstamp").strftime("%Y%m%dT%H%M%S")
    fields = [str(event["uid"]), str(start), str(event["sequence"]), str(event["status"]), stamp, str(event["summary"])]
    print("\t".join(field.replace("\n", " / ") for field in fields))

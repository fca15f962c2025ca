"""Reads a page with Python's HTML parser: prints every element that is not closed, every script, every link out, and the
text of the form's hidden fields, one a line. What a browser would run or fetch is a fault of the page.
"""
import sys
from html.parser import HTMLParser

EMPTY = {"meta", "input", "br", "img", "hr", "link"}


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.lines = [], []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "script" or any(name.startswith("on") for name in values):
            self.lines.append(f"script\t{tag}")
        for name in ("src", "href"):
            if name in values and not values[name].startswith("#"):
                self.lines.append(f"link\t{values[name]}")
        if tag == "form":
            self.lines.append(f"form\t{values.get('action', '')}")
        if tag == "input" and values.get("type") == "hidden":
            self.lines.append(f"field\t{values['name']}\t{values['value']}")
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.lines.append(f"unclosed\t{tag}")


reader = Reader()
reader.feed(sys.stdin.buffer.read().decode("utf-8"))
reader.close()
for tag in reader.open:
    reader.lines.append(f"unclosed\t{tag}")
print("\n".join(reader.lines))

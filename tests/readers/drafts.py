"""What Python's own readers find in an archive of drafts: zipfile, email, mailbox, csv and html.parser.

`drafts.py ARCHIVE` prints JSON: how many drafts of each folder, and `problems`, a sentence each.
"""
import csv
import email
import email.policy
import io
import json
import mailbox
import re
import sys
import tempfile
import zipfile
from html.parser import HTMLParser

TOGETHER = {"drafts/index.html", "drafts/letters/all.html", "drafts/calls/all.html", "drafts/messages.mbox",
            "drafts/mail-merge.csv", "drafts/sms.csv"}
DEVICE = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
NAME = re.compile(r"^[A-Za-z0-9_-][A-Za-z0-9._-]*$")


class Rows(HTMLParser):
    """The rows of the body of a table, and the addresses in them."""

    def __init__(self):
        super().__init__()
        self.rows, self.inside, self.opened = [], False, []

    def handle_starttag(self, tag, attributes):
        if tag == "tbody":
            self.inside = True
        elif tag == "tr" and self.inside:
            self.rows.append([])
        elif tag == "a" and self.rows:
            self.rows[-1].append(dict(attributes).get("href", ""))
        if tag not in ("meta", "br", "col", "link"):
            self.opened.append(tag)

    def handle_endtag(self, tag):
        if not self.opened or self.opened.pop() != tag:
            raise ValueError(f"</{tag}> closes nothing")
        if tag == "tbody":
            self.inside = False


def wrong_names(names):
    if len({name.lower() for name in names}) != len(names):
        yield "two names differ in case alone, or not at all"
    for name in names:
        for part in name.split("/"):
            if not NAME.match(part) or part.endswith((".", " ")) or DEVICE.match(part) or len(part) > 80:
                yield f"Windows would not take {name!r}"


def wrong_message(name, content):
    message = email.message_from_bytes(content, policy=email.policy.default)
    parts = list(message.walk())
    defects = [defect for part in parts for defect in part.defects]
    if defects:
        yield f"{name}: {defects}"
    for header in ("Subject", "To", "Date", "X-Unsent"):
        if len(message.get_all(header, [])) != 1:
            yield f"{name}: {header} {message.get_all(header)}"
    for kind in ("plain", "html"):
        body = message.get_body(preferencelist=(kind,))
        if body is None or len(body.get_content()) < 200:
            yield f"{name}: no text/{kind}"
    if not message["To"].addresses:
        yield f"{name}: to nobody"


def wrong_index(page, singles):
    parser = Rows()
    parser.feed(page)
    links = [row[0] if row else "" for row in parser.rows]
    if sorted(f"drafts/{link}" for link in links) != sorted(singles):
        yield f"the index has {len(links)} rows for {len(singles)} drafts"


def main(path):
    archive = zipfile.ZipFile(path)
    broken = archive.testzip()
    problems = [f"{broken} is broken"] if broken else []
    names = archive.namelist()
    problems += wrong_names(names)
    singles = [name for name in names if name.startswith("drafts/") and name not in TOGETHER]
    messages = [name for name in singles if name.endswith(".eml")]
    for name in messages:
        problems += wrong_message(name, archive.read(name))
    problems += wrong_index(archive.read("drafts/index.html").decode(), singles)
    with tempfile.NamedTemporaryFile() as file:
        file.write(archive.read("drafts/messages.mbox"))
        file.flush()
        kept = len(mailbox.mbox(file.name))
    if kept != len(messages):
        problems.append(f"the mailbox has {kept} messages of {len(messages)}")
    csv.field_size_limit(10**9)
    merged = csv.reader(io.StringIO(archive.read("drafts/mail-merge.csv").decode("utf-8-sig"), newline=""), delimiter=";")
    rows = sum(1 for _ in merged) - 1
    if rows != len(singles):
        problems.append(f"the list for a mail merge has {rows} rows for {len(singles)} drafts")
    folders = {folder: sum(name.startswith(f"drafts/{folder}/") for name in singles)
               for folder in ("messages", "letters", "calls", "texts")}
    print(json.dumps({**folders, "problems": problems[:20]}))


main(sys.argv[1])

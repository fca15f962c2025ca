"""Opens files made from a hostile ledger with readers that are not ours, and looks for anything that is no longer text.

    read_hostile.py FOLDER

Reads every file under FOLDER, and inside archives: workbooks with openpyxl (skipped, and said, where it is missing), CSV,
HTML, messages, mailboxes, calendars, archives, JSON and texts with Python's own readers. Prints one JSON document with how
many of each were read and every fault found, one sentence each.
"""

import csv
import email
import email.policy
import hashlib
import io
import json
import mailbox
import pathlib
import re
import sys
import tempfile
import zipfile
from html.parser import HTMLParser

try:
    import openpyxl
except ImportError:
    openpyxl = None

faults = []
read = {}


def fault(name, sentence):
    faults.append(f"{name}: {sentence}"[:400])


# Formulas are ours: sums over ranges, and nothing that reads outside the workbook.
FORMULA = re.compile(r"=(SUM|SUBTOTAL|SUMIF|ROUND|ABS|COUNT|COUNTA|IF)\([A-Za-z0-9_$!:,.\"'\[\]()=<>+\- éèêàç@#&]*\)")
OUTSIDE = re.compile(r"WEBSERVICE|HYPERLINK|IMPORT|INDIRECT|cmd|DDE|\||http|\\\\", re.I)


def workbook(name, data):
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for part in parts.namelist():
            if "externalLink" in part or part.endswith((".bin", ".vml")) or "activeX" in part:
                fault(name, f"has the part {part}")
            if part.endswith(".rels") and b'TargetMode="External"' in parts.read(part):
                fault(name, f"{part} points outside")
    if openpyxl is None:
        return
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.hyperlink is not None and cell.hyperlink.target:
                    fault(name, f"{sheet.title}!{cell.coordinate} links to {cell.hyperlink.target}")
                if cell.data_type == "f" and (not FORMULA.fullmatch(str(cell.value)) or OUTSIDE.search(str(cell.value))):
                    fault(name, f"{sheet.title}!{cell.coordinate} is the formula {cell.value!r}")


NUMBER = re.compile(r"[+\-−]?[\d\s\u00a0\u202f.,]+( ?[%€A-Z]{1,3})?")


def delimited(name, data):
    text = data.decode("utf-8-sig")
    if "\x00" in text:
        fault(name, "holds a zero byte")
    delimiter = ";" if text.split("\n", 1)[0].count(";") >= text.split("\n", 1)[0].count(",") else ","
    for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), 1):
        for cell in row:
            # Whatever a spreadsheet skips before it looks for a formula.
            start = cell.lstrip(" \t\r\n\u00a0\ufeff\u200b")
            if start[:1] in ("=", "+", "-", "@", "＝", "＋", "－", "＠") and not NUMBER.fullmatch(start):
                fault(name, f"row {number}: a spreadsheet computes {cell!r}")
            elif cell[:1] in ("\t", "\r", "\n"):
                fault(name, f"row {number}: {cell!r} begins with a control")


VOID = {"meta", "br", "hr", "col", "input", "path", "rect", "line", "circle", "polyline", "polygon", "img"}
TAGS = VOID | set(
    "html head title style body h1 h2 h3 h4 p span bdi strong em b i u small table caption colgroup thead tbody tfoot tr th td ul ol li "
    "dl dt dd a div section article header footer main nav figure figcaption details summary svg g text tspan desc defs pattern "
    "form label fieldset legend select option textarea button time sub sup code pre blockquote mark ins del address".split()
)
TAGS -= {"img"}


class Page(HTMLParser):
    """Every tag, attribute and text of a page."""

    def __init__(self, name):
        super().__init__(convert_charrefs=True)
        self.name, self.open, self.text, self.policy, self.style = name, [], [], None, []

    def handle_starttag(self, tag, attributes):
        if tag not in TAGS:
            fault(self.name, f"has the element <{tag}>")
        for key, value in attributes:
            value = value or ""
            if key.startswith("on"):
                fault(self.name, f"<{tag}> has the handler {key}")
            if key in ("src", "srcdoc", "action", "formaction", "data", "xlink:href", "background", "poster", "ping"):
                fault(self.name, f"<{tag}> has {key}={value!r}")
            if key == "href" and not re.match(r"(#|mailto:|[\w./-]+\Z)", value):
                fault(self.name, f"<{tag}> leads to {value!r}")
            if key == "href" and re.match(r"\s*(javascript|data|vbscript|http|//)", value, re.I):
                fault(self.name, f"<{tag}> leads to {value!r}")
            if key == "style" and re.search(r"url\(|expression|@import|position\s*:\s*fixed", value, re.I):
                fault(self.name, f"<{tag}> has the style {value!r}")
            if tag == "meta" and key == "http-equiv" and value.lower() != "content-security-policy":
                fault(self.name, f"has <meta http-equiv={value!r}>")
            if tag == "meta" and key == "http-equiv":
                self.policy = dict(attributes).get("content", "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            fault(self.name, f"</{tag}> closes {self.open[-1:] or 'nothing'}")
        else:
            self.open.pop()

    def handle_comment(self, data):
        fault(self.name, f"has the comment {data!r}")

    def handle_data(self, data):
        (self.style if self.open[-1:] == ["style"] else self.text).append(data)


def page(name, data, mail=False):
    parsed = Page(name)
    parsed.feed(data.decode("utf-8"))
    parsed.close()
    if parsed.open:
        fault(name, f"leaves {parsed.open} open")
    if not mail and (parsed.policy is None or "default-src 'none'" not in parsed.policy or "script-src" in parsed.policy):
        fault(name, f"has the policy {parsed.policy!r}")
    if re.search(r"url\(\s*['\"]?(?!data:)|@import|expression\(", "".join(parsed.style), re.I):
        fault(name, "its style fetches something")
    return "".join(parsed.text)


HEADERS = {
    "from", "to", "cc", "subject", "date", "message-id", "mime-version", "content-type", "content-transfer-encoding", "x-unsent",
    "content-language", "content-disposition", "reply-to", "content-id",
}


def message(name, data):
    parsed = email.message_from_bytes(data, policy=email.policy.default)
    for part in parsed.walk():
        if part.defects:
            fault(name, f"{part.defects}")
        keys = [key.lower() for key in part.keys()]
        for key in keys:
            if key not in HEADERS:
                fault(name, f"has the header {key}")
        for key in set(keys):
            if keys.count(key) > 1:
                fault(name, f"has {key} twice")
        for key, value in part.items():
            if "\r" in str(value) or "\n" in str(value):
                fault(name, f"{key} holds a line end")
        kind = part.get_content_type()
        if kind not in ("text/plain", "text/html", "multipart/alternative", "multipart/mixed", "multipart/related", "application/pdf"):
            fault(name, f"has a part of {kind}")
        if kind == "text/html":
            page(name, part.get_content().encode("utf-8"), mail=True)
    for header in ("to", "cc", "from"):
        for address in (parsed[header].addresses if parsed[header] else ()):
            if not re.fullmatch(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+", address.addr_spec):
                fault(name, f"{header} holds {address.addr_spec!r}")
            # The customer's own cell may name several addresses; nothing but the sender's cell says who else reads along.
            if header != "to" and "evil" in address.addr_spec:
                fault(name, f"{header} is led to {address.addr_spec}")


def mailbox_file(name, data):
    with tempfile.NamedTemporaryFile(suffix=".mbox") as file:
        file.write(data)
        file.flush()
        messages = list(mailbox.mbox(file.name))
    for one in messages:
        message(name, one.as_bytes())
    read["messages in a mailbox"] = read.get("messages in a mailbox", 0) + len(messages)


EVENTS = re.compile(r"(BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|UID|DTSTAMP|DTSTART|DTEND|DURATION|SUMMARY|DESCRIPTION|LOCATION|CATEGORIES|SEQUENCE|STATUS|TRANSP|PRIORITY|CLASS|DUE|LAST-MODIFIED|X-WR-CALNAME|NAME|TRIGGER|ACTION)([;:])")


def calendar(name, data):
    text = data.decode("utf-8")
    if re.search(r"(?<!\r)\n|\r(?!\n)", text):
        fault(name, "has a line that does not end in CR LF")
    for line in text.split("\r\n"):
        if len(line.encode("utf-8")) > 75:
            fault(name, f"has a line of more than 75 octets: {line[:40]!r}")
    depth = []
    for line in re.sub(r"\r\n[ \t]", "", text).split("\r\n"):
        if not line:
            continue
        if not EVENTS.match(line):
            fault(name, f"has the line {line[:80]!r}")
        if re.match(r"ACTION[;:]", line) and not line.endswith("DISPLAY"):
            fault(name, f"does {line!r}")
        if line.startswith("BEGIN:"):
            depth.append(line[6:])
        elif line.startswith("END:") and (not depth or depth.pop() != line[4:]):
            fault(name, f"{line} closes nothing")
    if depth:
        fault(name, f"leaves {depth} open")


RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|\Z)", re.I)


def entry_name(name, entry, seen):
    for part in entry.rstrip("/").split("/"):
        if part in ("", ".", "..") or RESERVED.match(part) or part.endswith((".", " ")) or len(part.encode("utf-8")) > 150:
            fault(name, f"holds {entry!r}")
    if re.search(r"[\x00-\x1f\x7f<>:\"|?*\\\u202a-\u202e\u2066-\u2069]", entry) or entry.startswith("/"):
        fault(name, f"holds {entry!r}")
    if entry.casefold() in seen:
        fault(name, f"holds {entry!r} twice")
    seen.add(entry.casefold())


def archive(name, data):
    seen = set()
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        if files.testzip() is not None:
            fault(name, f"{files.testzip()} is damaged")
        for info in files.infolist():
            entry_name(name, info.filename, seen)
            if (info.external_attr >> 16) & 0o170000 == 0o120000:
                fault(name, f"{info.filename!r} is a link")
            if info.filename == "SHA256SUMS":
                digests(f"{name}/SHA256SUMS", files.read(info).decode("utf-8"), files)
            else:
                one(f"{name}/{info.filename}", files.read(info))


def digests(name, text, files):
    listed = dict(reversed(line.split("  ", 1)) for line in text.splitlines())
    for entry in files.namelist():
        if entry != "SHA256SUMS" and listed.pop(entry, None) != hashlib.sha256(files.read(entry)).hexdigest():
            fault(name, f"has another digest of {entry!r}, or none")
    if listed:
        fault(name, f"lists {sorted(listed)}, which are not there")


# Marks that turn the reading direction round, and controls, in what a person reads as plain text.
HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def one(name, data):
    ending = name.rsplit(".", 1)[-1].lower()
    readers = {
        "xlsx": workbook, "csv": delimited, "html": page, "eml": message, "mbox": mailbox_file, "ics": calendar, "zip": archive,
        "json": lambda name, data: json.loads(data.decode("utf-8")),
        "txt": lambda name, data: HIDDEN.search(data.decode("utf-8")) and fault(name, "holds a control or a mark of direction"),
    }
    if ending not in readers:
        fault(name, "is of a kind nobody reads here")
        return
    read[ending] = read.get(ending, 0) + 1
    try:
        readers[ending](name, data)
    except Exception as error:
        fault(name, f"does not open: {type(error).__name__} {error}")


for path in sorted(pathlib.Path(sys.argv[1]).rglob("*")):
    if path.is_file():
        one(str(path.relative_to(sys.argv[1])), path.read_bytes())
if openpyxl is None:
    print("workbooks are opened as archives only: openpyxl is not installed", file=sys.stderr)
json.dump({"read": read, "openpyxl": openpyxl is not None, "faults": faults}, sys.stdout, ensure_ascii=False)

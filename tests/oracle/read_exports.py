"""Opens the exports of a dossier with readers that are not ours: openpyxl, csv, zipfile, json and an HTML parser.

    read_exports.py FOLDER

FOLDER holds what `encours report` writes, in French. Prints one JSON document: what was read, to be compared with the
engine; a file that does not open, or a formula that is none of ours, ends the program with its sentence.
"""

import csv
import io
import json
import pathlib
import re
import sys
from decimal import Decimal
from html.parser import HTMLParser

try:
    import openpyxl
except ImportError:
    print("openpyxl is not installed", file=sys.stderr)
    sys.exit(3)

FORMULA = re.compile(r"=(SUBTOTAL\(109,[A-Z]+\d+:[A-Z]+\d+\)|SUMIF\([A-Z]+\d+:[A-Z]+\d+,\"[A-Z]{3}\",[A-Z]+\d+:[A-Z]+\d+\))")


def cents(value):
    """An amount as whole cents; a float of the reader is the nearest one to its two decimals."""
    return int((Decimal(repr(value)) * 100).to_integral_value())


def workbook(path):
    formulas, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    found = {"sheets": formulas.sheetnames, "tables": 0, "charts": 0, "formulas": 0, "colours": 0, "totals": {}, "added": {}}
    for sheet in formulas.worksheets:
        found["tables"] += len(sheet.tables)
        found["charts"] += len(sheet._charts)
        found["colours"] += len(sheet.conditional_formatting)
        cached = values[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                if not FORMULA.fullmatch(cell.value):
                    sys.exit(f"{sheet.title}!{cell.coordinate}: {cell.value} is no formula of ours")
                found["formulas"] += 1
                # The same sum, made here of the cells above.
                column = cell.column_letter
                first, last = (int(re.sub(r"\D", "", part)) for part in cell.value.split(",")[-1].strip(")").split(":"))
                codes = re.match(r"=SUMIF\(([A-Z]+)\d+:.*?,\"([A-Z]{3})\"", cell.value)
                added = 0
                for number in range(first, last + 1):
                    if codes is None or cached[f"{codes[1]}{number}"].value == codes[2]:
                        added += cents(cached[f"{column}{number}"].value or 0)
                shown = cents(cached[cell.coordinate].value)
                if added != shown:
                    sys.exit(f"{sheet.title}!{cell.coordinate}: {shown} is shown and {added} adds up")
                heading = next(
                    (cached[f"{column}{number}"].value for number in range(first - 1, 0, -1) if cached[f"{column}{number}"].value), ""
                )
                found["totals"].setdefault(sheet.title, {})[heading] = shown
    return found


def table(path, delimiter, mark):
    text = path.read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    wide = {len(row) for row in rows}
    if len(wide) != 1:
        sys.exit(f"{path.name}: rows of {sorted(wide)} fields")
    heading = {name: place for place, name in enumerate(rows[0])}
    added = lambda name: sum(int(Decimal(row[heading[name]].replace(mark, ".")) * 100) for row in rows[1:] if row[heading[name]])
    return rows[1:], heading, added


class Page(HTMLParser):
    """Tags that never close must balance; nothing may be fetched or run."""

    VOID = {"meta", "rect", "path", "circle", "polyline", "br"}

    def __init__(self):
        super().__init__()
        self.open, self.texts, self.seen = [], [], {}

    def handle_starttag(self, tag, attributes):
        self.seen[tag] = self.seen.get(tag, 0) + 1
        for name, value in attributes:
            if name == "src" or name.startswith("on") or (name == "href" and not re.fullmatch(r"#s\d+", value or "")):
                sys.exit(f"report.html: <{tag} {name}={value}>")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.seen[tag] = self.seen.get(tag, 0) + 1

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            sys.exit(f"report.html: </{tag}> closes something else")

    def handle_data(self, data):
        self.texts.append(data)


def page(path):
    reader = Page()
    reader.feed(path.read_text("utf-8"))
    reader.close()
    if reader.open:
        sys.exit(f"report.html: {reader.open} stay open")
    return {"tags": reader.seen, "text": " ".join(" ".join(reader.texts).split())}


def main(folder):
    folder = pathlib.Path(folder)
    items, heading, added = table(folder / "open-items.csv", ";", ",")
    _, _, balances = table(folder / "aged-balance.csv", ";", ",")
    controls, place, _ = table(folder / "controls.csv", ";", ",")
    document = json.loads((folder / "dossier.json").read_text("utf-8"))
    html = page(folder / "report.html")
    print(json.dumps({
        "workbook": workbook(folder / "aged-balance.xlsx"),
        "items": len(items),
        "residual": added("Reste à payer"),
        "balance": balances("Solde"),
        "overdue": balances("Dont échu"),
        "controls": sorted({row[place["Résultat"]] for row in controls}),
        "json": document["agedBalance"]["currencies"][0]["total"]["balance"],
        "tags": html["tags"],
        "text": html["text"],
    }))


if __name__ == "__main__":
    main(*sys.argv[1:])

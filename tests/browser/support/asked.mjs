/** Files that leave a doubt only a person can settle, one of each kind. Workbooks are written by a writer that is not ours. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import xlsx from "xlsx";

const text = (...lines) => `${lines.join("\r\n")}\r\n`;

/** A sheet of items whose first and third rows are hidden: a filter that somebody left on. */
function hidden() {
  const day = (iso) => ({ t: "n", z: "dd/mm/yyyy", v: Date.parse(iso) / 86_400_000 + 25_569 });
  const sheet = xlsx.utils.aoa_to_sheet([
    ["Code client", "N° de pièce", "Date de pièce", "Échéance", "Solde dû"],
    ["C1", "F1", day("2026-01-15"), day("2026-02-14"), 100.25],
    ["C1", "F2", day("2026-01-16"), day("2026-02-15"), 40.5],
    ["C2", "F3", day("2026-01-20"), day("2026-02-19"), 10],
    ["C2", "F4", day("2026-01-21"), day("2026-02-20"), 5.25],
  ]);
  sheet["!rows"] = [{}, { hidden: true }, {}, { hidden: true }];
  return sheet;
}

/** Dates typed day first into a spreadsheet that reads month first: the days up to 12 became others, the rest stayed texts. */
function swapped() {
  const cell = (day, month) => {
    if (day > 12) return { t: "s", v: `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/2026` };
    return { t: "n", z: "dd/mm/yyyy", v: Date.UTC(2026, day - 1, month) / 86_400_000 + 25_569 };
  };
  const rows = [[3, 1], [5, 1], [14, 1], [7, 2], [22, 2], [4, 3], [9, 3], [25, 3], [2, 4], [30, 4]];
  return xlsx.utils.aoa_to_sheet([
    ["Code client", "N° de pièce", "Date de pièce", "Solde dû"],
    ...rows.map(([day, month], at) => [`C${at % 3}`, `F${at}`, cell(day, month), 100 + at]),
  ]);
}

/** Writes them into a folder: the path of each, by the kind of its question. */
export function writeAsked(folder) {
  const workbook = (sheet) => {
    const whole = xlsx.utils.book_new();
    xlsx.utils.book_append_sheet(whole, sheet, "Pièces");
    return xlsx.write(whole, { type: "buffer", bookType: "xlsx" });
  };
  const files = {
    "hidden-rows": ["hidden.xlsx", workbook(hidden())],
    "half-swapped": ["swapped.xlsx", workbook(swapped())],
    "amount-format": ["marks.csv", text("Client;Pièce;Date;Échéance;Solde", "ALPHA;F1;15/01/2026;14/02/2026;1.234", "BETA;F2;16/01/2026;15/02/2026;2.500", "GAMMA;F3;17/01/2026;16/02/2026;3.125")],
    "aged-as-of": ["aged.csv", text("Balance âgée clients;;;;;;", "Éditée le 05/10/2026;;;;;;", "Code;Client;Non échu;1-30;31-60;61-90;Plus de 90;Total", "C1;ALPHA;100,00;50,00;0,00;0,00;25,00;175,00", "C2;BETA;0,00;10,00;20,00;0,00;0,00;30,00")],
  };
  return Object.fromEntries(Object.entries(files).map(([kind, [name, content]]) => {
    writeFileSync(join(folder, name), content);
    return [kind, join(folder, name)];
  }));
}

/**
 * A ledger whose plan of one day has a text for every customer: messages, letters and calls, by how late each is and by
 * what means it can be reached. The same in every run of the same size.
 */
export const DRAFTS_AS_OF = "2026-09-30";
const DAY = 86_400_000;
/** Days late of the eldest item: steps of the default policy fall then. */
const LATE = [3, 10, 20, 45];
const ITEMS = 3;
const HEADINGS = ["Code client", "Raison sociale", "Adresse", "Code postal", "Ville", "E-mail", "Téléphone", "Pièce", "Date", "Échéance", "Montant"];

/** Its text, for so many customers. */
export function draftsLedger(customers) {
  const lines = [HEADINGS.join(";")];
  for (let number = 0; number < customers; number += 1) lines.push(...itemsOf(number));
  return `${lines.join("\r\n")}\r\n`;
}

function* itemsOf(number) {
  const code = `C${String(number).padStart(5, "0")}`;
  // One in seven has no address for messages: it gets paper, or a call.
  const email = number % 7 === 6 ? "" : `compta@client-${number}.example`;
  // Names that a file system would not take as they are.
  const name = [`Établissements nº ${number} / Lœwe`, `CON.${number}`, `«\u00a0Fils & Cie\u00a0» ${number}`][number % 3];
  const who = [code, name, `${number} rue des Lilas`, `69${String(number % 1000).padStart(3, "0")}`, "Lyon", email, `01 99 00 ${String(number % 100).padStart(2, "0")} 00`];
  for (let item = 0; item < ITEMS; item += 1) {
    const due = LATE[number % LATE.length] - item;
    const money = `${100 + ((number * 37 + item * 13) % 9000)},${String(number % 100).padStart(2, "0")}`;
    yield [...who, `FA-${number}-${item}`, day(due + 30), day(due), money].join(";");
  }
}

const day = (before) => new Date(Date.parse(DRAFTS_AS_OF) - before * DAY).toISOString().slice(0, 10);

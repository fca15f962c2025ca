/**
 * The same job by SheetJS, in Node and in a page: read the file, add up by customer into the columns of an aged
 * balance. The fastest options that it documents: dense sheets, no formatted texts, CSV cells left as they stand.
 */

/** The grand total, in cents. `format` is "csv" or "xlsx". */
export function agedBalance(XLSX, bytes, format, asOf) {
  const book = format === "csv"
    ? XLSX.read(new TextDecoder().decode(bytes), { type: "string", dense: true, raw: true, FS: ";" })
    : XLSX.read(bytes, { type: "array", dense: true, cellText: false, cellHTML: false, cellFormula: false });
  const sheet = book.Sheets[book.SheetNames[0]];
  const rows = sheet["!data"] ?? sheet;
  const sums = new Sums(asOf);
  for (let number = 1; number < rows.length; number += 1) {
    const row = rows[number];
    sums.add(row[0].v, row[5].v, row[11].v);
  }
  return sums.total();
}

/** The columns of an aged balance, by customer. */
export class Sums {
  constructor(asOf) {
    this.at = Date.parse(asOf) / 86_400_000;
    this.customers = new Map();
  }

  /** An item: its customer, due day and open amount, as they stand in the file. */
  add(customer, due, amount) {
    const late = this.at - days(due);
    const open = cents(amount);
    let sums = this.customers.get(customer);
    if (!sums) this.customers.set(customer, (sums = [0, 0, 0, 0, 0, 0]));
    sums[open < 0 ? 5 : late <= 0 ? 0 : Math.min(4, 1 + Math.floor((late - 1) / 30))] += open;
  }

  /** The grand total. */
  total() {
    const total = [0, 0, 0, 0, 0, 0];
    for (const sums of this.customers.values()) sums.forEach((sum, column) => (total[column] += sum));
    const [notDue, ...rest] = total;
    return {
      balance: total.reduce((sum, column) => sum + column, 0), notDue, buckets: rest.slice(0, 4), unallocated: rest[4],
      customers: this.customers.size,
    };
  }
}

/** Days since 1970, from Excel's count or from dd/mm/yyyy. */
function days(value) {
  if (typeof value === "number") return value - 25_569;
  return Date.UTC(+value.slice(6, 10), +value.slice(3, 5) - 1, +value.slice(0, 2)) / 86_400_000;
}

function cents(value) {
  return Math.round((typeof value === "number" ? value : Number(value.replace(",", "."))) * 100);
}

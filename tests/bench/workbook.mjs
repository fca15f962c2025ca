/**
 * Writes one sheet of typed cells as a workbook: shared strings, numbers, and days with a date style, as Excel does.
 * Streamed, so that a million rows fit.
 */
import { closeSync, openSync, writeSync } from "node:fs";
import { createDeflateRaw } from "node:zlib";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const CONTENT_TYPES = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>
<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`;

const TOP = `${HEAD}<Relationships xmlns="${RELATIONS}">
<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const BOOK = `${HEAD}<workbook xmlns="${NAMESPACE}" xmlns:r="${OFFICE}">
<sheets><sheet name="Open items" sheetId="1" r:id="rId1"/></sheets></workbook>`;

const PARTS = `${HEAD}<Relationships xmlns="${RELATIONS}">
<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/>
<Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;

// Style 0 is general, style 1 a date (format 14), style 2 an amount (format 4).
const STYLES = `${HEAD}<styleSheet xmlns="${NAMESPACE}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="3">${[0, 14, 4].map((format) => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join("")}</cellXfs></styleSheet>`;

/** Writes `headings` and `rows`: a text, a number, or { day } counted as Excel counts. */
export async function writeWorkbook(path, headings, rows) {
  const zip = new Zip(path);
  const strings = new Map();
  let uses = 0;
  const cell = (value, name) => {
    if (typeof value === "number") return `<c r="${name}" s="2"><v>${value}</v></c>`;
    if (typeof value !== "string") return `<c r="${name}" s="1"><v>${value.day}</v></c>`;
    uses += 1;
    if (!strings.has(value)) strings.set(value, strings.size);
    return `<c r="${name}" t="s"><v>${strings.get(value)}</v></c>`;
  };
  const row = (values, number) =>
    `<row r="${number}">${values.map((value, column) => cell(value, `${String.fromCharCode(65 + column)}${number}`)).join("")}</row>`;
  const sheet = function* () {
    yield `${HEAD}<worksheet xmlns="${NAMESPACE}"><sheetData>${row(headings, 1)}`;
    let number = 1;
    for (const values of rows) yield row(values, (number += 1));
    yield "</sheetData></worksheet>";
  };
  const table = function* () {
    yield `${HEAD}<sst xmlns="${NAMESPACE}" count="${uses}" uniqueCount="${strings.size}">`;
    for (const text of strings.keys()) yield `<si><t>${escaped(text)}</t></si>`;
    yield "</sst>";
  };
  for (const [name, text] of [
    ["[Content_Types].xml", CONTENT_TYPES], ["_rels/.rels", TOP], ["xl/workbook.xml", BOOK],
    ["xl/_rels/workbook.xml.rels", PARTS], ["xl/styles.xml", STYLES],
  ]) await zip.add(name, [text]);
  await zip.add("xl/worksheets/sheet1.xml", sheet());
  await zip.add("xl/sharedStrings.xml", table());
  zip.close();
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** An archive written front to back; sizes are put in once they are known. */
class Zip {
  constructor(path) {
    this.file = openSync(path, "w");
    this.at = 0;
    this.entries = [];
  }

  write(bytes, at = this.at) {
    writeSync(this.file, bytes, 0, bytes.length, at);
    this.at = Math.max(this.at, at + bytes.length);
  }

  async add(name, texts) {
    const entry = { name: Buffer.from(name), start: this.at, crc: 0xffffffff, size: 0, packed: 0 };
    this.write(header(entry, true));
    const deflate = createDeflateRaw({ level: 6 });
    deflate.on("data", (bytes) => {
      entry.packed += bytes.length;
      this.write(bytes);
    });
    const ended = new Promise((done, failed) => deflate.on("end", done).on("error", failed));
    let pending = "";
    const push = async () => {
      const bytes = Buffer.from(pending);
      pending = "";
      entry.size += bytes.length;
      entry.crc = crc(entry.crc, bytes);
      if (!deflate.write(bytes)) await new Promise((done) => deflate.once("drain", done));
    };
    for (const text of texts) {
      pending += text;
      if (pending.length > 1 << 20) await push();
    }
    await push();
    deflate.end();
    await ended;
    this.write(header(entry, true), entry.start);
    this.entries.push(entry);
  }

  close() {
    const start = this.at;
    for (const entry of this.entries) this.write(header(entry, false));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.entries.length, 8);
    end.writeUInt16LE(this.entries.length, 10);
    end.writeUInt32LE(this.at - start, 12);
    end.writeUInt32LE(start, 16);
    this.write(end);
    closeSync(this.file);
  }
}

/** The header before an entry, or its line in the directory. Names are UTF-8; times are the format's first day. */
function header({ name, start, crc, size, packed }, local) {
  const fixed = Buffer.alloc(local ? 30 : 46);
  fixed.writeUInt32LE(local ? 0x04034b50 : 0x02014b50, 0);
  const common = local ? 4 : 6;
  if (!local) fixed.writeUInt16LE(20, 4);
  fixed.writeUInt16LE(20, common);
  fixed.writeUInt16LE(0x0800, common + 2);
  fixed.writeUInt16LE(8, common + 4);
  fixed.writeUInt16LE(0x21, common + 8);
  fixed.writeUInt32LE((crc ^ 0xffffffff) >>> 0, common + 10);
  fixed.writeUInt32LE(packed, common + 14);
  fixed.writeUInt32LE(size, common + 18);
  fixed.writeUInt16LE(name.length, common + 22);
  if (!local) fixed.writeUInt32LE(start, 42);
  return Buffer.concat([fixed, name]);
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc(sum, bytes) {
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 255] ^ (sum >>> 8);
  return sum;
}

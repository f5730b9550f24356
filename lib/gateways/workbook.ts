import "server-only";
import { Zip, ZipDeflate } from "fflate";

/** Text, a number, or nothing. */
export type Cell = string | number | null;

/** Rows of a sheet, and no more (ECMA-376): what follows stands on the next. */
export const SHEET_ROWS = 1_048_576;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** What XML 1.0 has no place for is left out. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (found) => escapes[found] ?? found);

/** A, B … Z, AA … */
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));

function cellXml(cell: Cell, column: number, row: number): string {
  if (cell === null || cell === "") return "";
  const place = `${letters(column)}${row}`;
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

const rowXml = (cells: readonly Cell[], row: number): string =>
  `<row r="${row}">${cells.map((cell, column) => cellXml(cell, column, row)).join("")}</row>`;

/**
 * A workbook (Office Open XML) of rows that come in pages, as bytes that go out as they come: its length does not matter to the memory.
 * Text is text whatever it begins with. `heads` stands above every sheet.
 */
export async function* workbook(
  title: string,
  heads: readonly string[],
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
  sheetRows = SHEET_ROWS,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  const text = new TextEncoder();
  const begin = (name: string) => {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    return file;
  };
  const whole = (name: string, content: string) => begin(name).push(text.encode(HEAD + content), true);

  let sheets = 0;
  let used = 0;
  let sheet: ZipDeflate | undefined;
  const close = () => sheet?.push(text.encode("</sheetData></worksheet>"), true);
  const open = () => {
    close();
    sheets += 1;
    sheet = begin(`xl/worksheets/sheet${sheets}.xml`);
    sheet.push(text.encode(`${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rowXml(heads, 1)}`));
    used = 1;
  };
  open();
  for await (const page of pages) {
    for (let from = 0; from < page.length; ) {
      if (used >= sheetRows) open();
      const part = page.slice(from, from + sheetRows - used);
      sheet?.push(text.encode(part.map((row, index) => rowXml(row, used + index + 1)).join("")));
      from += part.length;
      used += part.length;
    }
    yield* ready.splice(0);
  }
  close();
  const each = (line: (index: number) => string) =>
    Array.from({ length: sheets }, (_, index) => line(index + 1)).join("");
  // A sheet's name holds 31 characters at most, and none of these.
  const name = escaped(title.replace(/[[\]:*?/\\']/g, " ").slice(0, 27));
  whole(
    "xl/workbook.xml",
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each((n) => `<sheet name="${name}${n > 1 ? ` ${n}` : ""}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
  );
  whole(
    "xl/_rels/workbook.xml.rels",
    `<Relationships xmlns="${PACKAGE}/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}</Relationships>`,
  );
  whole(
    "_rels/.rels",
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  whole(
    "[Content_Types].xml",
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${kind}.worksheet+xml"/>`)}</Types>`,
  );
  zip.end();
  yield* ready.splice(0);
}

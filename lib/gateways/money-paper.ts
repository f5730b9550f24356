import "server-only";
import PDFDocument from "pdfkit";
import { chineseFont } from "./font";

/** A paper about money: who and what, a table where there is one, and a last line. */
export interface MoneyPaper {
  readonly lang: "zh-CN" | "en";
  readonly hospital: string;
  readonly title: string;
  readonly rows: readonly (readonly [label: string, value: string])[];
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly foot: string;
}

const MARGIN = 48;
const GREY = "#5b6770";

/** Draws it on A4, page after page where the table is long. It carries no signature yet: `sealPdf` gives it one. */
export async function drawMoneyPaper(paper: MoneyPaper): Promise<Buffer> {
  const doc = new PDFDocument({
    ...{ size: "A4", margin: MARGIN, lang: paper.lang, displayTitle: true },
    info: { Title: paper.title, Author: paper.hospital },
  });
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const whole = new Promise<void>((resolve) => doc.on("end", resolve));
  doc.registerFont("plain", chineseFont(400)).registerFont("bold", chineseFont(700));
  const width = doc.page.width - 2 * MARGIN;

  doc.font("bold").fontSize(15).text(paper.hospital, { width, align: "center" });
  doc.fontSize(12).text(paper.title, { width, align: "center" }).moveDown(1);
  for (const [label, value] of paper.rows) {
    const top = doc.y;
    doc.font("plain").fontSize(10).fillColor(GREY).text(label, MARGIN, top, { width: 120 });
    doc.fillColor("black").text(value, MARGIN + 130, top, { width: width - 130 });
    doc.moveDown(0.3);
  }
  if (paper.table) drawTable(doc, paper.table, width);
  doc.moveDown(1.5).font("plain").fontSize(9).fillColor(GREY).text(paper.foot, MARGIN, doc.y, { width });
  doc.end();
  await whole;
  return Buffer.concat(chunks);
}

/** Columns of one width, numbers to the right in the last. */
function drawTable(doc: PDFKit.PDFDocument, { head, rows }: NonNullable<MoneyPaper["table"]>, width: number): void {
  const column = width / head.length;
  const line = (cells: readonly string[], font: string) => {
    if (doc.y > doc.page.height - MARGIN - 40) doc.addPage();
    const top = doc.y;
    let bottom = top;
    for (const [index, cell] of cells.entries()) {
      const isLast = index === cells.length - 1;
      doc
        .font(font)
        .fontSize(9)
        .fillColor("black")
        .text(cell, MARGIN + index * column, top, { width: column - 8, align: isLast ? "right" : "left" });
      bottom = Math.max(bottom, doc.y);
    }
    doc.y = bottom + 4;
    doc
      .moveTo(MARGIN, doc.y - 2)
      .lineTo(MARGIN + width, doc.y - 2)
      .lineWidth(0.4)
      .strokeColor(GREY)
      .stroke();
  };
  doc.moveDown(0.8);
  line(head, "bold");
  for (const row of rows) line(row, "plain");
}

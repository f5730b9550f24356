import "server-only";
import PDFDocument from "pdfkit";
import { create as qrCode } from "qrcode";
import { ageText } from "@/lib/domain/age-text";
import { shanghaiMoment } from "@/lib/domain/calendar";
import { sigText } from "@/lib/domain/dose";
import { type FormSignature, type PrescriptionForm, verificationCode } from "@/lib/domain/prescription-form";
import { formWords } from "@/lib/domain/vocabulary/form-words";
import { chineseFont } from "./font";

const MARGIN = 34;
const QR_SIZE = 74;
const GREY = "#5b6770";

/**
 * Draws the official form on A5, Chinese or English: head, body, foot; what is left blank is struck through; a code leads to
 * the public verification at `origin`. The file carries no signature yet: `sealPdf` gives it one.
 */
export async function drawPrescription(form: PrescriptionForm, locale: string, origin: string): Promise<Buffer> {
  const isEnglish = locale === "en";
  const t = formWords[isEnglish ? "en" : "zh"];
  const doc = new PDFDocument({
    ...{ size: "A5", margin: MARGIN, lang: isEnglish ? "en" : "zh-CN", displayTitle: true },
    info: { Title: `${t.title} ${form.number}`, Author: t.hospital },
  });
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const whole = new Promise<void>((resolve) => doc.on("end", resolve));
  doc.registerFont("plain", chineseFont(400)).registerFont("bold", chineseFont(700));

  const width = doc.page.width - 2 * MARGIN;
  // The font has the micro sign, but not the Greek letter that looks like it.
  const printable = (line: string) => line.replaceAll("\u03bc", "\u00b5").replaceAll("℃", "°C");
  const text = (line: string, size = 9, font = "plain") =>
    doc.font(font).fontSize(size).fillColor("black").text(printable(line), { width });
  const rule = () => {
    doc.moveDown(0.3);
    doc
      .moveTo(MARGIN, doc.y)
      .lineTo(MARGIN + width, doc.y)
      .lineWidth(0.6)
      .strokeColor(GREY)
      .stroke();
    doc.moveDown(0.3);
  };
  const pick = (zh: string, en: string) => (isEnglish ? en : zh);

  doc.font("bold").fontSize(13).text(t.hospital, { width, align: "center" });
  doc.fontSize(11).text(form.isOfPieces ? t.titlePieces : t.title, { width, align: "center" });
  doc
    .font("plain")
    .fontSize(8)
    .fillColor(GREY)
    .text(`${t.number} ${form.number} · ${t.version} ${form.version}`, { width, align: "center" });
  if (form.status !== "approved" && form.status !== "dispensed")
    doc.fillColor("#a1261f").text(t.notInEffect, { width, align: "center" });
  rule();
  const { name, sex, birthDate, weightKg } = form.patient;
  text(
    [
      `${t.name} ${name}`,
      `${t.sex} ${t.sexOf[sex] ?? "—"}`,
      `${t.age} ${ageText(birthDate, form.signedAt, locale)}`,
      ...(weightKg === null ? [] : [`${t.weight} ${weightKg} kg`]),
    ].join("    "),
  );
  text(`${t.department} ${pick(form.departmentZh, form.departmentEn)}    ${t.card} ${form.cardNumber ?? "—"}`);
  text(
    `${t.date} ${shanghaiMoment(form.signedAt)}    ${t.validUntil} ${form.validUntil ? shanghaiMoment(form.validUntil) : "—"}`,
  );
  text(`${t.diagnosis} ${form.diagnosis}`);
  rule();
  text("Rp", 12, "bold");
  for (const [index, item] of form.items.entries()) {
    text(
      `${index + 1}. ${pick(item.nameZh, item.nameEn)}  ${pick(item.strengthZh, item.strengthEn)}  ${pick(item.packZh, item.packEn)} × ${item.packs}`,
      9.5,
      "bold",
    );
    text(`    ${t.usage} ${sigText(item, locale)}${item.note ? `  (${item.note})` : ""}`);
  }
  strikeBlank(doc, MARGIN, width, doc.page.height - MARGIN - 142, t.blank);

  doc.y = doc.page.height - MARGIN - 134;
  rule();
  const top = doc.y;
  const beside = width - QR_SIZE - 12;
  const small = (line: string) =>
    doc.font("plain").fontSize(8).fillColor("black").text(printable(line), MARGIN, doc.y, { width: beside });
  small(`${t.advice} ${form.advice.replace(/\s+/g, " ").slice(0, 90)}`);
  small(`${t.total} ${(form.totalFen / 100).toFixed(2)} ${t.yuan}`);
  small(signedLine(t.prescriber, form.prescriber, isEnglish));
  small(signedLine(t.pharmacist, form.pharmacist, isEnglish));
  drawCode(doc, `${origin}/${isEnglish ? "en" : "zh"}/verify/${verificationCode(form)}`, MARGIN + width - QR_SIZE, top);
  doc
    .font("plain")
    .fontSize(6.5)
    .fillColor(GREY)
    .text(t.verify, MARGIN + width - QR_SIZE, top + QR_SIZE + 1, { width: QR_SIZE, align: "center" });
  doc.end();
  await whole;
  return Buffer.concat(chunks);
}

const signedLine = (label: string, signature: FormSignature | null, isEnglish: boolean): string =>
  signature
    ? `${label} ${isEnglish ? signature.nameEn : signature.nameZh} (${signature.certificateNo}) · ${signature.algorithm} · ${shanghaiMoment(signature.at)} · ${signature.value.slice(0, 24)}…`
    : `${label} —`;

/** What is left blank is struck through, so that nothing can be added (处方管理办法 art. 6). */
function strikeBlank(doc: PDFKit.PDFDocument, left: number, width: number, bottom: number, label: string): void {
  if (doc.y > bottom - 16) return;
  doc
    .font("plain")
    .fontSize(8)
    .fillColor(GREY)
    .text(label, left, doc.y + 4, { width });
  doc
    .moveTo(left, bottom)
    .lineTo(left + width, doc.y)
    .lineWidth(0.8)
    .strokeColor(GREY)
    .stroke();
}

function drawCode(doc: PDFKit.PDFDocument, address: string, left: number, top: number): void {
  const { modules } = qrCode(address, { errorCorrectionLevel: "M" });
  const side = QR_SIZE / modules.size;
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) doc.rect(left + column * side, top + row * side, side + 0.05, side + 0.05);
  doc.fill("black");
}

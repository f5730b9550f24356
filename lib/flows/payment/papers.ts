import "server-only";
import { createTranslator } from "use-intl/core";
import type { Run } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { shanghaiMoment } from "@/lib/domain/calendar";
import type { OpenReceipt, OpenStatement } from "@/lib/domain/paper-input";
import { drawMoneyPaper, type MoneyPaper } from "@/lib/gateways/money-paper";
import { sealPdf } from "@/lib/gateways/pdf-seal";
import { messagesFor } from "@/lib/i18n/messages";
import { monthOfPayments, receiptOf } from "@/lib/queries/patient/payments";

const yuan = (fen: number) => `${fen < 0 ? "-" : ""}CNY ${(Math.abs(fen) / 100).toFixed(2)}`;

async function words(lang: MoneyPaper["lang"]) {
  const messages = await messagesFor(lang);
  return {
    t: createTranslator({ locale: lang, messages, namespace: "money" }),
    terms: createTranslator({ locale: lang, messages, namespace: "terms" }),
    hospital: createTranslator({ locale: lang, messages, namespace: "common" })("hospital"),
  };
}

async function answer(run: Run, paper: MoneyPaper, name: string): Promise<Response> {
  const sealed = await sealPdf(await drawMoneyPaper(paper), { reason: name, at: run.now });
  return new Response(new Uint8Array(sealed), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${name}.pdf"`,
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** The receipt of one payment as a PDF under the hospital's seal. Throws `not_found`. */
export async function openReceipt(run: Run, { id, lang }: OpenReceipt): Promise<Response> {
  const [payment, { t, terms, hospital }] = await Promise.all([receiptOf(asPerson(run.actor), id), words(lang)]);
  const paper: MoneyPaper = {
    ...{ lang, hospital, title: t("paper.receipt"), foot: t("paper.foot") },
    rows: [
      [t("paper.number"), payment.number],
      [t("paper.patient"), payment.patientName],
      [t("paper.purpose"), terms(`paymentPurpose.${payment.purpose}`)],
      [t("paper.amount"), yuan(payment.amountFen)],
      [t("paper.at"), shanghaiMoment(payment.settledAt)],
      [t("paper.gateway"), payment.gatewayPaymentId ?? "—"],
      ...payment.refunds.map(({ amountFen, settledAt }): [string, string] => [
        t("paper.refund"),
        `${yuan(-amountFen)}  ${settledAt ? shanghaiMoment(settledAt) : ""}`,
      ]),
    ],
  };
  return answer(run, paper, `receipt-${payment.number}`);
}

/** What was paid and given back in a month, as a PDF under the hospital's seal. */
export async function openStatement(run: Run, { month, lang }: OpenStatement): Promise<Response> {
  const [{ rows, netFen }, { t, terms, hospital }] = await Promise.all([
    monthOfPayments(asPerson(run.actor), month),
    words(lang),
  ]);
  const paper: MoneyPaper = {
    ...{ lang, hospital, title: `${t("paper.statement")} ${month}`, foot: t("paper.foot") },
    rows: [[t("paper.net"), yuan(netFen)]],
    table: {
      head: [t("paper.at"), t("paper.number"), t("paper.purpose"), t("paper.amount")],
      rows: rows.map(({ at, purpose, amountFen, order, consultation }) => [
        shanghaiMoment(at),
        (order ?? consultation)?.number ?? "",
        `${terms(`paymentPurpose.${purpose}`)}${amountFen < 0 ? ` (${t("paper.refund")})` : ""}`,
        yuan(amountFen),
      ]),
    },
  };
  return answer(run, paper, `statement-${month}`);
}

import "server-only";
import { createTranslator } from "use-intl/core";
import type { AccessEntry } from "@/lib/domain/access-log";
import { doseUnits } from "@/lib/domain/vocabulary/dose-units";
import { frequencies } from "@/lib/domain/vocabulary/frequencies";
import { routes } from "@/lib/domain/vocabulary/routes";
import { type Locale, pick } from "@/lib/i18n/locale";
import { messagesFor } from "@/lib/i18n/messages";
import { escaped, list } from "./html";

/** Which words a code is read by: `key`, or `holder.key` where the key alone does not say. */
const wordsOf: Readonly<Record<string, string>> = {
  ...{ sex: "sex", idDocument: "idDocument", relation: "relation", service: "service", channel: "channel" },
  ...{ fulfilment: "fulfilment", purpose: "paymentPurpose", "payments.status": "paymentStatus" },
  ...{ "consultations.status": "consultationStatus", "consultations.events.toStatus": "consultationStatus" },
  ...{ "prescriptions.status": "prescriptionStatus", "orders.status": "orderStatus" },
  ...{
    "orders.events.toStatus": "orderStatus",
    "refunds.status": "refundStatus",
    "refunds.reasonCode": "refundReason",
  },
  ...{ "shipments.status": "shipmentStatus", "shipments.events.status": "shipmentStatus" },
  ...{ "requests.kind": "requestKind", "requests.status": "requestStatus", "messages.from": "role" },
};

/** Codes whose words are this file's own. Any other text is somebody's words, and stays as it is. */
const ownCodes = new Set(["record.kind", "messages.kind", "messages.from", "reviews.decision", "deletions.status"]);

const vocabularies: Readonly<Record<string, readonly { code: string; zh: string; en: string }[]>> = {
  ...{ frequency: frequencies, route: routes, doseUnit: doseUnits },
};

/** A translator whose keys are put together at run time. */
interface Words {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
}

/** Where the answers to the questions of an application stand. */
const answers = new Set(["intake", "content"]);

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** Puts the values of a copy into words of one language. */
export async function readableWords(locale: Locale) {
  const shared = { locale, messages: await messagesFor(locale), timeZone: "Asia/Shanghai" };
  const words = (namespace: string) => createTranslator({ ...shared, namespace }) as unknown as Words;
  const [t, terms] = [words("privacy"), words("terms")];
  const hospital = words("common")("hospital");
  const clock = { timeZone: "Asia/Shanghai", dateStyle: "medium", timeStyle: "short" } as const;
  const moment = new Intl.DateTimeFormat(locale, clock);
  const day = new Intl.DateTimeFormat(locale, { timeZone: "UTC", dateStyle: "medium" });
  const money = new Intl.NumberFormat(locale, { style: "currency", currency: "CNY" });

  function code(path: readonly string[], text: string): string {
    const key = path.at(-1) ?? "";
    const known = vocabularies[key]?.find((entry) => entry.code === text);
    if (known) return pick(locale, known.zh, known.en);
    const tails = path.map((_, index) => path.slice(index).join("."));
    const words = tails.map((tail) => wordsOf[tail]).find(Boolean);
    if (!/^\w+$/.test(text)) return text;
    if (words && terms.has(`${words}.${text}`)) return terms(`${words}.${text}`);
    const isOwn = tails.some((tail) => ownCodes.has(tail)) && t.has(`readable.values.${text}`);
    return isOwn ? t(`readable.values.${text}`) : text;
  }

  /** A pair of names, a number: what a thing is called. */
  function called(fields: Fields): string | undefined {
    for (const kind of ["name", "title"])
      if (`${kind}Zh` in fields) {
        const strength =
          "strengthZh" in fields ? pick(locale, String(fields.strengthZh), String(fields.strengthEn)) : "";
        return `${pick(locale, String(fields[`${kind}Zh`]), String(fields[`${kind}En`]))} ${strength}`.trim();
      }
    const keys = Object.keys(fields);
    return keys.length === 1 && keys[0] === "number" ? String(fields.number) : undefined;
  }

  function value(path: readonly string[], given: unknown): string {
    const key = path.at(-1) ?? "";
    if (given instanceof Date) return escaped((key === "birthDate" ? day : moment).format(given));
    if (typeof given === "boolean") return escaped(t(`readable.${given ? "yes" : "no"}`));
    if (typeof given === "number") return escaped(key.endsWith("Fen") ? money.format(given / 100) : String(given));
    if (Array.isArray(given)) return many(path, given);
    if (isFields(given)) return escaped(called(given) ?? "") || fields(path, given);
    return escaped(code(path, String(given)));
  }

  const many = (path: readonly string[], given: readonly unknown[]): string =>
    given.some(isFields)
      ? `<ul>${given.map((one) => `<li>${value(path, one)}</li>`).join("")}</ul>`
      : given.map((one) => value(path, one)).join(locale === "en" ? ", " : "、");

  /**
   * The labelled fields of one thing; ids, hashes and the like have no label and stand in the data file alone. What the patient
   * answered is never left out: a question without a label stands by its own name.
   */
  function fields(path: readonly string[], given: Fields): string {
    const isAnswer = path.some((step) => answers.has(step));
    const label = (key: string) => {
      if (t.has(`readable.fields.${key}`)) return t(`readable.fields.${key}`);
      return isAnswer ? key : undefined;
    };
    return list(
      Object.entries(given).flatMap(([key, one]) => {
        const name = label(key);
        return isEmpty(one) || name === undefined ? [] : [[name, value([...path, key], one)] as const];
      }),
    );
  }

  /** A line of the list of who looked, as its screen says it. */
  function access({ who, action, reason, lastAt, times }: AccessEntry): Fields {
    const name = who.kind === "staff" ? pick(locale, who.nameZh, who.nameEn) : "";
    const role = who.kind === "staff" ? terms(`role.${who.role}`) : "";
    return {
      lastAt,
      who: t(`access.who.${who.kind}`, { name, role }),
      deed: t(`deeds.${t.has(`deeds.${action}`) ? action : "other"}`),
      why: !reason
        ? null
        : reason.number === null
          ? t(`access.familyReason.${reason.kind}`)
          : t(`access.reason.${reason.kind}`, { number: reason.number }),
      times,
    };
  }

  return { t, hospital, moment, fields, access };
}

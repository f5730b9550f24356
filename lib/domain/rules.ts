/**
 * The rules of the field, as data. A refusal names its rule by id (`Refusal.rule`); the plain words stand in the
 * messages. How sure we are of a source: A read in a reprint or official notice, B in drafts, press or local rules,
 * M from memory. A hospital's lawyers decide.
 */
interface Source {
  readonly zh: string;
  readonly en: string;
  /** In force since (a day, or a year where no more is known); for a notice or a practice, when it was taken into these rules. */
  readonly since: string;
}

const sources = {
  diagnosis: { zh: "互联网诊疗管理办法（试行）", en: "Measures for Internet Diagnosis (Trial)", since: "2018-07-17" },
  supervision: {
    zh: "互联网诊疗监管细则（试行）",
    en: "Internet Diagnosis Supervision Rules (Trial)",
    since: "2022-02-08",
  },
  prescriptions: { zh: "处方管理办法", en: "Prescription Administration Measures", since: "2007-05-01" },
  longTerm: { zh: "长期处方管理规范（试行）", en: "Long-term Prescription Rules (Trial)", since: "2021-08-10" },
  drugLaw: { zh: "中华人民共和国药品管理法", en: "Drug Administration Law", since: "2019-12-01" },
  mailBan: {
    zh: "药品网络销售禁止清单（第一版）",
    en: "List of Drugs Barred from Online Sale (1st ed.)",
    since: "2022-12-01",
  },
  onlineSale: { zh: "药品网络销售监督管理办法", en: "Online Drug Sale Supervision Measures", since: "2022-12-01" },
  privacy: { zh: "中华人民共和国个人信息保护法", en: "Personal Information Protection Law", since: "2021-11-01" },
  signature: { zh: "中华人民共和国电子签名法", en: "Electronic Signature Law", since: "2019-04-23" },
  chongqing: { zh: "重庆市地方规定", en: "Local rules of Chongqing", since: "2019" },
  notice: { zh: "本院互联网医院公告", en: "This hospital's notice", since: "2026-11-01" },
  practice: { zh: "行业惯例", en: "Practice of the field", since: "2026-11-01" },
} as const satisfies Record<string, Source>;

interface Rule {
  readonly source: keyof typeof sources;
  /** Article or section. */
  readonly where?: string;
  readonly confidence: "A" | "B" | "A/B" | "A/M";
}

export const rules = {
  /** Only follow-up of common and chronic disease; a first visit is refused. */
  R1: { source: "diagnosis", where: "16", confidence: "A" },
  /** An offline record of this hospital within the department's window (15 days). */
  R2: { source: "notice", confidence: "A" },
  /** Not for the acutely or critically ill, nor for what is hard to treat. */
  R3: { source: "notice", confidence: "A" },
  /** The account is linked to the offline record before a follow-up. */
  R4: { source: "notice", confidence: "A" },
  /** Patient and doctor are known by their real names. */
  R5: { source: "supervision", where: "13", confidence: "A/B" },
  /** Three years of independent practice; certificate and scope are shown. */
  R6: { source: "diagnosis", where: "25", confidence: "A" },
  /** Informed consent: electronic, versioned, kept with its hash and time. */
  R7: { source: "diagnosis", confidence: "A" },
  /** What turns out unsuitable is ended and directed offline. */
  R8: { source: "supervision", confidence: "A" },
  /** Under six: guardian and a relevant specialist present before prescribing. */
  R9: { source: "supervision", where: "19", confidence: "A" },
  /** At most five people an account. */
  R10: { source: "chongqing", confidence: "B" },
  /** Written by the attending doctor, never by a machine. */
  R11: { source: "supervision", where: "21", confidence: "A" },
  /** Takes effect after a pharmacist's approval; both sign. */
  R12: { source: "prescriptions", confidence: "A" },
  /** Never: narcotic, psychotropic, toxic, radioactive, precursor. */
  R13: { source: "supervision", where: "19", confidence: "A" },
  /** At most five drugs, a diagnosis, infants' age and weight. */
  R14: { source: "prescriptions", confidence: "A" },
  /** Valid on the day of issue, three days at most. */
  R15: { source: "prescriptions", where: "18", confidence: "A" },
  /** Seven days' supply; longer for chronic disease with a reason. */
  R16: { source: "prescriptions", where: "19", confidence: "A" },
  /** Long-term: four weeks, at most twelve. */
  R17: { source: "longTerm", confidence: "A" },
  /** Above the label's dose: reason and second signature. */
  R18: { source: "prescriptions", confidence: "A" },
  /** What the pharmacist checks, and must refuse. */
  R19: { source: "drugLaw", where: "73", confidence: "A/M" },
  /** Prescriber is not reviewer; picker is not checker. */
  R20: { source: "practice", confidence: "A" },
  /** Review never passes by time-out. */
  R21: { source: "practice", confidence: "A" },
  /** What cannot be mailed, shown before payment. */
  R22: { source: "mailBan", confidence: "A/B" },
  /** The patient chooses how it comes; delivery is paid separately. */
  R23: { source: "notice", confidence: "A" },
  /** Urgent need: get the medicine at the hospital. */
  R24: { source: "notice", confidence: "A" },
  /** Batch and expiry recorded; nothing expired is issued. */
  R25: { source: "practice", confidence: "A" },
  /** Sealed parcel, signed receipt. */
  R26: { source: "onlineSale", confidence: "B" },
  /** After payment, a service request on the order. */
  R27: { source: "notice", confidence: "A" },
  /** How long records are kept. */
  R28: { source: "prescriptions", where: "50", confidence: "A" },
  /** Everything is traceable. */
  R29: { source: "supervision", where: "24", confidence: "A" },
  /** No commercial statistics by prescriber. */
  R30: { source: "practice", confidence: "A" },
  /** Health data and data of under-14s are sensitive. */
  R31: { source: "privacy", where: "15, 28, 29, 31, 45, 47, 55, 57", confidence: "A" },
  /** Nothing clinical reaches third parties or leaves the country. */
  R32: { source: "privacy", where: "39", confidence: "A" },
  /** An electronic signature is under the signer's sole control. */
  R33: { source: "signature", where: "13-14", confidence: "A/M" },
} as const satisfies Record<`R${number}`, Rule>;

export type RuleId = keyof typeof rules;
export type SourceId = keyof typeof sources;

/** What a source is called, in the reader's language. */
export const titleOf = (source: SourceId, locale: string): string => sources[source][locale === "en" ? "en" : "zh"];

/** Where a rule comes from, in the reader's language: "互联网诊疗管理办法（试行） 16" and the day it is in force since. */
export function citation(id: RuleId, locale: string): { text: string; since: string } {
  const rule: Rule = rules[id];
  const source = sources[rule.source];
  const isEnglish = locale === "en";
  const title = isEnglish ? source.en : source.zh;
  const articles = isEnglish ? `, art. ${rule.where}` : `第 ${rule.where} 条`;
  return { text: rule.where ? title + articles : title, since: source.since };
}

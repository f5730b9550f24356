/** How often a dose is taken. `prn` counts with its ceiling, so that a quantity can still be worked out. */
export const frequencies = [
  { code: "once", timesPerDay: 1, zh: "单次使用", en: "once only" },
  { code: "qd", timesPerDay: 1, zh: "每日 1 次", en: "once a day" },
  { code: "qn", timesPerDay: 1, zh: "每晚睡前 1 次", en: "once at bedtime" },
  { code: "bid", timesPerDay: 2, zh: "每日 2 次", en: "twice a day" },
  { code: "tid", timesPerDay: 3, zh: "每日 3 次", en: "three times a day" },
  { code: "qid", timesPerDay: 4, zh: "每日 4 次", en: "four times a day" },
  { code: "q12h", timesPerDay: 2, zh: "每 12 小时 1 次", en: "every 12 hours" },
  { code: "q8h", timesPerDay: 3, zh: "每 8 小时 1 次", en: "every 8 hours" },
  { code: "q6h", timesPerDay: 4, zh: "每 6 小时 1 次", en: "every 6 hours" },
  { code: "qod", timesPerDay: 0.5, zh: "隔日 1 次", en: "every other day" },
  { code: "weekly", timesPerDay: 1 / 7, zh: "每周 1 次", en: "once a week" },
  { code: "prn", timesPerDay: 4, zh: "必要时使用，每日不超过 4 次", en: "when needed, at most four times a day" },
] as const satisfies readonly { code: string; timesPerDay: number; zh: string; en: string }[];

export type FrequencyCode = (typeof frequencies)[number]["code"];

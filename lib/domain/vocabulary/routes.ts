/** Routes of administration. */
export const routes = [
  { code: "oral", zh: "口服", en: "by mouth" },
  { code: "topical", zh: "外用", en: "on the skin" },
  { code: "inhaled", zh: "吸入", en: "inhaled" },
  { code: "nasal", zh: "鼻用", en: "into the nose" },
  { code: "ophthalmic", zh: "滴眼", en: "into the eye" },
  { code: "vaginal", zh: "阴道给药", en: "into the vagina" },
  { code: "rectal", zh: "直肠给药", en: "into the rectum" },
  { code: "subcutaneous", zh: "皮下注射", en: "under the skin" },
  { code: "intramuscular", zh: "肌内注射", en: "into a muscle" },
  { code: "intravenous", zh: "静脉给药", en: "into a vein" },
] as const satisfies readonly { code: string; zh: string; en: string }[];

export type RouteCode = (typeof routes)[number]["code"];

/** Units in which a dose is counted, and the content of a pack with it. */
export const doseUnits = [
  { code: "tablet", zh: "片", en: "tablet" },
  { code: "capsule", zh: "粒", en: "capsule" },
  { code: "sachet", zh: "袋", en: "sachet" },
  { code: "suppository", zh: "枚", en: "suppository" },
  { code: "syringe", zh: "支", en: "syringe" },
  { code: "puff", zh: "揿（吸）", en: "puff" },
  { code: "spray", zh: "喷", en: "spray" },
  { code: "drop", zh: "滴", en: "drop" },
  { code: "ml", zh: "毫升", en: "ml" },
  { code: "mg", zh: "毫克", en: "mg" },
  { code: "g", zh: "克", en: "g" },
  { code: "iu", zh: "单位", en: "IU" },
] as const satisfies readonly { code: string; zh: string; en: string }[];

export type DoseUnitCode = (typeof doseUnits)[number]["code"];

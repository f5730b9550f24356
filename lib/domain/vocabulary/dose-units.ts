/** Units in which a dose is counted, and the content of a pack with it. */
export const doseUnits = [
  { code: "tablet", zh: "片", en: "tablet", enMany: "tablets" },
  { code: "capsule", zh: "粒", en: "capsule", enMany: "capsules" },
  { code: "sachet", zh: "袋", en: "sachet", enMany: "sachets" },
  { code: "suppository", zh: "枚", en: "suppository", enMany: "suppositories" },
  { code: "syringe", zh: "支", en: "syringe", enMany: "syringes" },
  { code: "puff", zh: "揿（吸）", en: "puff", enMany: "puffs" },
  { code: "spray", zh: "喷", en: "spray", enMany: "sprays" },
  { code: "drop", zh: "滴", en: "drop", enMany: "drops" },
  { code: "ml", zh: "毫升", en: "ml", enMany: "ml" },
  { code: "mg", zh: "毫克", en: "mg", enMany: "mg" },
  { code: "g", zh: "克", en: "g", enMany: "g" },
  { code: "iu", zh: "单位", en: "IU", enMany: "IU" },
] as const satisfies readonly { code: string; zh: string; en: string; enMany: string }[];

export type DoseUnitCode = (typeof doseUnits)[number]["code"];

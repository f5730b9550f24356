/** Pharmaceutical forms. */
export const forms = [
  { code: "tablet", zh: "片剂", en: "tablet" },
  { code: "chewable_tablet", zh: "咀嚼片", en: "chewable tablet" },
  { code: "enteric_tablet", zh: "肠溶片", en: "gastro-resistant tablet" },
  { code: "extended_release_tablet", zh: "控释片", en: "prolonged-release tablet" },
  { code: "vaginal_tablet", zh: "阴道片", en: "vaginal tablet" },
  { code: "capsule", zh: "胶囊", en: "capsule" },
  { code: "enteric_capsule", zh: "肠溶胶囊", en: "gastro-resistant capsule" },
  { code: "soft_capsule", zh: "软胶囊", en: "soft capsule" },
  { code: "granules", zh: "颗粒", en: "granules" },
  { code: "powder", zh: "散剂", en: "powder" },
  { code: "powder_for_suspension", zh: "干混悬剂", en: "powder for oral suspension" },
  { code: "oral_solution", zh: "口服溶液", en: "oral solution" },
  { code: "oral_suspension", zh: "混悬液", en: "oral suspension" },
  { code: "oral_drops", zh: "口服滴剂", en: "oral drops" },
  { code: "cream", zh: "乳膏", en: "cream" },
  { code: "ointment", zh: "软膏", en: "ointment" },
  { code: "inhaler", zh: "吸入剂", en: "inhaler" },
  { code: "nasal_spray", zh: "鼻喷雾剂", en: "nasal spray" },
  { code: "nasal_drops", zh: "滴鼻液", en: "nasal drops" },
  { code: "eye_drops", zh: "滴眼液", en: "eye drops" },
  { code: "suppository", zh: "栓剂", en: "suppository" },
  { code: "decoction_pieces", zh: "中药饮片", en: "decoction pieces" },
  { code: "injection", zh: "注射液", en: "injection" },
] as const satisfies readonly { code: string; zh: string; en: string }[];

export type FormCode = (typeof forms)[number]["code"];

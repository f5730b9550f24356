/**
 * What a follow-up orders most: laboratory tests by LOINC; imaging by codes of the hospital's own, which its record system
 * knows. Demonstration data.
 */
export const followUpTests = [
  { code: "58410-2", category: "laboratory", zh: "血常规", en: "Complete blood count" },
  { code: "1558-6", category: "laboratory", zh: "空腹血糖", en: "Fasting glucose" },
  { code: "4548-4", category: "laboratory", zh: "糖化血红蛋白", en: "Haemoglobin A1c" },
  { code: "3016-3", category: "laboratory", zh: "促甲状腺激素（TSH）", en: "Thyrotropin (TSH)" },
  { code: "3024-7", category: "laboratory", zh: "游离甲状腺素（FT4）", en: "Free thyroxine (FT4)" },
  { code: "1742-6", category: "laboratory", zh: "丙氨酸氨基转移酶（ALT）", en: "Alanine aminotransferase (ALT)" },
  { code: "2160-0", category: "laboratory", zh: "肌酐", en: "Creatinine" },
  { code: "24331-1", category: "laboratory", zh: "血脂四项", en: "Lipid panel" },
  { code: "2276-4", category: "laboratory", zh: "铁蛋白", en: "Ferritin" },
  { code: "1989-3", category: "laboratory", zh: "25-羟维生素 D3", en: "25-hydroxyvitamin D3" },
  { code: "24356-8", category: "laboratory", zh: "尿常规", en: "Urinalysis" },
  { code: "6301-6", category: "laboratory", zh: "凝血 INR", en: "INR" },
  { code: "2842-3", category: "laboratory", zh: "泌乳素", en: "Prolactin" },
  { code: "2823-3", category: "laboratory", zh: "血钾", en: "Potassium" },
  { code: "3084-1", category: "laboratory", zh: "尿酸", en: "Urate" },
  { code: "US-THYROID", category: "imaging", zh: "甲状腺超声", en: "Ultrasound of the thyroid" },
  { code: "US-PELVIS", category: "imaging", zh: "妇科超声", en: "Ultrasound of the pelvis" },
  { code: "US-BREAST", category: "imaging", zh: "乳腺超声", en: "Ultrasound of the breast" },
  { code: "US-ABDOMEN", category: "imaging", zh: "腹部超声", en: "Ultrasound of the abdomen" },
  { code: "DXA", category: "imaging", zh: "骨密度", en: "Bone density" },
] as const satisfies readonly { code: string; category: "laboratory" | "imaging"; zh: string; en: string }[];

export type TestCode = (typeof followUpTests)[number]["code"];

/** The test of that code. Throws a RangeError for one that is not here. */
export function followUpTest(code: string) {
  const found = followUpTests.find((test) => test.code === code);
  if (!found) throw new RangeError(`no test ${code}`);
  return found;
}

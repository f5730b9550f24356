/** When a dose is taken beside food and sleep. The empty code: whenever. */
export const timings = [
  { code: "", zh: "", en: "" },
  { code: "empty_stomach", zh: "空腹", en: "on an empty stomach" },
  { code: "before_meal", zh: "饭前", en: "before meals" },
  { code: "with_meal", zh: "随餐", en: "with meals" },
  { code: "after_meal", zh: "饭后", en: "after meals" },
  { code: "morning", zh: "早晨", en: "in the morning" },
  { code: "bedtime", zh: "睡前", en: "at bedtime" },
] as const satisfies readonly { code: string; zh: string; en: string }[];

export type TimingCode = (typeof timings)[number]["code"];

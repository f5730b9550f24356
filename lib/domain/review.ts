import type { Label } from "./vocabulary/types";

/** What the pharmacist has looked at before approving: the points of R19 (药品管理法 art. 73; 处方管理办法 art. 35). */
export const reviewPoints = [
  { code: "indication", zh: "用药与诊断相符", en: "Medicines fit the diagnosis" },
  { code: "dose_and_use", zh: "剂量、用法、疗程适宜", en: "Dose, use and duration are suitable" },
  { code: "form_and_route", zh: "剂型与给药途径适宜", en: "Form and route are suitable" },
  { code: "duplicate_therapy", zh: "无重复用药", en: "No duplicate therapy" },
  { code: "interaction", zh: "相互作用与配伍禁忌已核对", en: "Interactions and incompatibilities checked" },
  { code: "allergy", zh: "过敏史已核对", en: "Allergies checked" },
  {
    code: "special_population",
    zh: "妊娠、哺乳、儿童、肝肾功能已核对",
    en: "Pregnancy, lactation, age, liver and kidney checked",
  },
] as const satisfies readonly Label[];

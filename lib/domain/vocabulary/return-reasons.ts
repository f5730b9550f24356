import type { ReturnReason } from "./types";

/** Why a pharmacist sends a prescription back: the points of R19, then what lies outside them. */
export const returnReasons = [
  { code: "indication", zh: "用药与诊断不相符", en: "Medicine does not fit the diagnosis", rule: "R19" },
  { code: "dose", zh: "单次或每日剂量不适宜", en: "Single or daily dose is unsuitable", rule: "R19" },
  { code: "use", zh: "用法、频次或疗程不适宜", en: "Use, frequency or duration is unsuitable", rule: "R19" },
  { code: "form_and_route", zh: "剂型或给药途径不适宜", en: "Form or route is unsuitable", rule: "R19" },
  { code: "duplicate_therapy", zh: "重复用药", en: "Duplicate therapy", rule: "R19" },
  { code: "interaction", zh: "存在有临床意义的药物相互作用", en: "Interaction of clinical importance", rule: "R19" },
  { code: "incompatibility", zh: "存在配伍禁忌", en: "Incompatible combination", rule: "R19" },
  { code: "allergy", zh: "与过敏史冲突", en: "Conflicts with an allergy", rule: "R19" },
  {
    code: "special_population",
    zh: "特殊人群（妊娠、哺乳、儿童、肝肾功能）用药不适宜",
    en: "Unsuitable in pregnancy, breast-feeding, childhood, or liver or kidney disease",
    rule: "R19",
  },
  {
    code: "incomplete",
    zh: "处方信息不完整（诊断、体重、用法等）",
    en: "Prescription is incomplete (diagnosis, weight, use)",
    rule: "R14",
  },
  { code: "other", zh: "其他（请说明）", en: "Other (please explain)", rule: null },
] as const satisfies readonly ReturnReason[];

import type { Medicine } from "../types";

/** What most medicines have in common; a medicine states what differs. */
export const ordinary = {
  controlledClass: "none",
  isAntimicrobial: false,
  isHighAlert: false,
  isInjection: false,
  isGlucoseLowering: false,
  isHospitalMade: false,
  isTcmPiece: false,
  maxCourseDays: null,
  isPrescriptionOnly: true,
  mailBlockedReason: null,
  isDemonstration: true,
} as const satisfies Partial<Medicine>;

export const atRoomTemperature = {
  isRefrigerated: false,
  storageZh: "密封，室温（10～30 ℃）干燥处保存，放在儿童接触不到的地方。",
  storageEn: "Keep closed and dry at room temperature (10 to 30 °C), out of the reach of children.",
} as const satisfies Partial<Medicine>;

export const inACoolDarkPlace = {
  isRefrigerated: false,
  storageZh: "遮光，密封，在阴凉处（不超过 20 ℃）保存，放在儿童接触不到的地方。",
  storageEn: "Keep closed, dark and cool (not above 20 °C), out of the reach of children.",
} as const satisfies Partial<Medicine>;

export const refrigerated = {
  isRefrigerated: true,
  storageZh: "2～8 ℃ 冷藏保存，避免冷冻，放在儿童接触不到的地方。",
  storageEn: "Keep in the refrigerator (2 to 8 °C), do not freeze, out of the reach of children.",
} as const satisfies Partial<Medicine>;

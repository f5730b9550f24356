import type { DoseUnitCode } from "@/lib/domain/vocabulary/dose-units";
import { doseUnits } from "@/lib/domain/vocabulary/dose-units";
import type { FormCode } from "@/lib/domain/vocabulary/forms";
import type { FrequencyCode } from "@/lib/domain/vocabulary/frequencies";
import type { RouteCode } from "@/lib/domain/vocabulary/routes";
import type { Medicine } from "../types";
import { atRoomTemperature, ordinary } from "./base";

const packs = { box: "盒", bottle: "瓶", tube: "支", pen: "支", inhaler: "支" } as const;

/** A pack of `size` dose units: "30 片/盒", "Box of 30 tablets". */
const packed =
  (form: FormCode, doseUnit: DoseUnitCode, route: RouteCode, packUnit: keyof typeof packs = "box") =>
  (packSize: number) => {
    const unit = doseUnits.find(({ code }) => code === doseUnit);
    const many = packSize > 1 ? unit?.enMany : unit?.en;
    return {
      ...{ form, doseUnit, packUnit, packSize, routes: [route] as const },
      packZh: `${packSize} ${unit?.zh}/${packs[packUnit]}`,
      packEn: `${packUnit.charAt(0).toUpperCase()}${packUnit.slice(1)} of ${packSize} ${many}`,
    };
  };

export const tablets = packed("tablet", "tablet", "oral");
export const slowTablets = packed("extended_release_tablet", "tablet", "oral");
export const capsules = packed("capsule", "capsule", "oral");
export const sachets = packed("granules", "sachet", "oral");
export const solution = packed("oral_solution", "ml", "oral", "bottle");
export const suspension = packed("oral_suspension", "ml", "oral", "bottle");
export const inhaler = packed("inhaler", "puff", "inhaled", "inhaler");
export const nasalSpray = packed("nasal_spray", "spray", "nasal", "bottle");
export const eyeDrops = packed("eye_drops", "drop", "ophthalmic", "bottle");
export const cream = packed("cream", "g", "topical", "tube");
export const ointment = packed("ointment", "g", "topical", "tube");
export const pen = packed("injection", "iu", "subcutaneous", "pen");
export const pieces = packed("decoction_pieces", "g", "oral", "box");

/** The usual dose and how often, the largest single dose and the largest of a day. */
export const taken = (usualDose: number, frequency: FrequencyCode, maxSingleDose: number, maxDailyDose: number) => ({
  ...{ usualDose, frequency, maxSingleDose, maxDailyDose },
});

/** Who the label is for, in completed months. */
export const adults = { minAgeMonths: 216 } as const;
export const anyAge = { minAgeMonths: 0 } as const;
export const fromAge = (years: number) => ({ minAgeMonths: years * 12 });

type Given = Pick<Medicine, "code" | "nameZh" | "nameEn" | "ingredients" | "atc" | "priceFen" | "minAgeMonths"> &
  ReturnType<typeof tablets> &
  ReturnType<typeof taken> & { readonly strength: string } & Partial<Medicine>;

/** A medicine of the demonstration formulary out of what is its own. */
export const made = ({ strength, ...given }: Given): Medicine => ({
  ...ordinary,
  ...atRoomTemperature,
  ...{ strengthZh: strength, strengthEn: strength, manufacturerZh: "重庆示例制药有限公司" },
  licenceNo: `示例国药准字H0000${given.code.slice(1).padStart(4, "0")}`,
  ...given,
});

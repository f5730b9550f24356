import { breathGutSkinMedicines } from "./medicines/breath-gut-skin";
import { cardiovascularMedicines } from "./medicines/cardiovascular";
import { chineseAndHospitalMadeMedicines } from "./medicines/chinese-and-hospital-made";
import { digestiveMedicines } from "./medicines/digestive";
import { endocrineMedicines } from "./medicines/endocrine";
import { heartAndVesselMedicines } from "./medicines/heart-and-vessels";
import { hormoneMedicines } from "./medicines/hormones";
import { infectionMedicines } from "./medicines/infections";
import { metabolismAndHormoneMedicines } from "./medicines/metabolism-and-hormones";
import { mindAndNerveMedicines } from "./medicines/mind-and-nerves";
import { nervousSystemMedicines } from "./medicines/nervous-system";
import { nutritionMedicines } from "./medicines/nutrition";
import { painAndInfectionMedicines } from "./medicines/pain-and-infection";
import { respiratoryMedicines } from "./medicines/respiratory";
import type { Medicine } from "./types";

/** The seeded formulary: a hundred and fifty medicines, whose doses are for demonstration. */
export const medicines: readonly Medicine[] = [
  ...endocrineMedicines,
  ...respiratoryMedicines,
  ...digestiveMedicines,
  ...nutritionMedicines,
  ...painAndInfectionMedicines,
  ...cardiovascularMedicines,
  ...hormoneMedicines,
  ...nervousSystemMedicines,
  ...chineseAndHospitalMadeMedicines,
  ...heartAndVesselMedicines,
  ...infectionMedicines,
  ...mindAndNerveMedicines,
  ...metabolismAndHormoneMedicines,
  ...breathGutSkinMedicines,
];

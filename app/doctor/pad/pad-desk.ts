import { getLocale, getTranslations } from "next-intl/server";
import { formatFen } from "@/components/ui/price";
import { mailBlock } from "@/lib/domain/delivery";
import { type PatientState, patientStates } from "@/lib/domain/patient-state";
import type { DoseRange } from "@/lib/domain/screened";
import { pick } from "@/lib/i18n/locale";
import type { PadContent, PrescribingDesk } from "@/lib/queries/doctor/prescribing-desk";
import type { ComboboxOption } from "./combobox";

/** A medicine as the pad needs it in the browser, in the reader's language. */
export interface PadMedicine extends ComboboxOption {
  readonly doseUnit: string;
  readonly packSize: number;
  readonly priceFen: number;
  readonly routes: readonly string[];
  readonly dose: number;
  readonly maxSingleDose: number;
  readonly maxDailyDose: number;
  readonly doseRanges: readonly DoseRange[];
  readonly frequency: string;
  readonly stock: number;
  /** Why it does not go by mail, or not with every carrier (R22). */
  readonly mailBlock: string | null;
}

/** What the pad works on, kept small: it travels with the page. */
export interface PadDesk {
  readonly consultationId: string;
  readonly version: number;
  readonly needsGuardian: boolean;
  readonly ageMonths: number;
  /** The states that can be this patient's. */
  readonly states: readonly PatientState[];
  /** The language that the patient reads. */
  readonly patientLocale: string;
  readonly templates: readonly { readonly id: string; readonly name: string; readonly items: PadContent["items"] }[];
  readonly medicines: readonly PadMedicine[];
  readonly diagnoses: readonly ComboboxOption[];
  /** ICD-10 codes of the patient's record and of the visit, which are likely to be wanted. */
  readonly suggested: readonly ComboboxOption[];
  readonly last: { readonly label: string; readonly content: PadContent } | null;
}

const isOfWomen = (state: PatientState) => state === "pregnant" || state === "lactating";

/** The desk's query → the pad's props. */
export async function padDesk(desk: PrescribingDesk): Promise<PadDesk> {
  const [t, terms, locale] = [await getTranslations("doctor.pad"), await getTranslations("terms"), await getLocale()];
  const medicines = desk.medicines.map((medicine): PadMedicine => {
    const block = mailBlock(medicine);
    const strength = pick(locale, medicine.strengthZh, medicine.strengthEn);
    const pack = pick(locale, medicine.packZh, medicine.packEn);
    const { id, nameZh, nameEn, tradeNameZh, tradeNameEn, pinyin, atc, controlledClass, freePacks } = medicine;
    const { maxSingleDose, maxDailyDose, doseRanges } = medicine;
    return {
      ...{ value: id, label: pick(locale, nameZh, nameEn) },
      detail: [strength, pack, formatFen(medicine.priceFen, locale), atc].filter(Boolean).join(" · "),
      search: `${nameZh}|${nameEn}|${tradeNameZh}|${tradeNameEn}|${pinyin}|${atc}`.toLowerCase(),
      ...(controlledClass !== "none" && {
        barred: t("barred", { class: terms(`controlledClass.${controlledClass}`) }),
      }),
      ...{ doseUnit: medicine.doseUnit, packSize: medicine.packSize, priceFen: medicine.priceFen },
      ...{ maxSingleDose, maxDailyDose, doseRanges },
      ...{ routes: medicine.routes, dose: medicine.usualDose, frequency: medicine.usualFrequency, stock: freePacks },
      mailBlock: block && (block === "refrigerated" ? t("coldChain") : terms(`mailBlock.${block}`)),
    };
  });
  const listed = desk.diagnoses.map(({ code, nameZh, nameEn, pinyin, isChronic }) => ({
    ...{ value: code, label: `${pick(locale, nameZh, nameEn)} ${code}` },
    detail: isChronic ? t("chronic") : "",
    search: `${nameZh}|${nameEn}|${pinyin}|${code}`.toLowerCase(),
  }));
  const recorded = desk.record
    .filter(({ kind, mappedCode }) => kind === "condition" && mappedCode !== null)
    .map(({ mappedCode, display }) => ({
      value: mappedCode ?? "",
      label: `${display} ${mappedCode}`,
      detail: "",
      search: "",
    }));
  const visited = listed.filter(({ value }) => value === desk.consultation.visitDiagnosis);
  const { last } = desk;
  return {
    ...{ consultationId: desk.consultation.id, version: desk.consultation.version },
    ...{ needsGuardian: desk.patient.needsGuardian, ageMonths: desk.patient.ageMonths, medicines, diagnoses: listed },
    states: patientStates.filter((state) => desk.patient.sex !== "male" || !isOfWomen(state)),
    ...{ patientLocale: desk.patientLocale, templates: desk.templates },
    suggested: [...new Map([...recorded, ...visited].map((each) => [each.value, each])).values()],
    last: last && { label: t("renew", { number: last.number }), content: last.content },
  };
}

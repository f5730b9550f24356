import { describe, expect, test } from "vitest";
import { allergyClasses } from "@/lib/domain/vocabulary/allergy-classes";
import { closeReasons } from "@/lib/domain/vocabulary/close-reasons";
import { doseUnits } from "@/lib/domain/vocabulary/dose-units";
import { forms } from "@/lib/domain/vocabulary/forms";
import { frequencies } from "@/lib/domain/vocabulary/frequencies";
import { nonDrugAllergies } from "@/lib/domain/vocabulary/non-drug-allergies";
import { quickPhrases } from "@/lib/domain/vocabulary/quick-phrases";
import { redFlags } from "@/lib/domain/vocabulary/red-flags";
import { returnReasons } from "@/lib/domain/vocabulary/return-reasons";
import { routes } from "@/lib/domain/vocabulary/routes";
import { batches } from "./batches";
import { carrierRates } from "./carrier-rates";
import { carriers } from "./carriers";
import { conditionMap, medicationMap } from "./code-map";
import { consentTexts } from "./consent-texts";
import { contraindications } from "./contraindications";
import { departments } from "./departments";
import { diagnoses } from "./diagnoses";
import { doctors } from "./doctors";
import { doseRanges } from "./dose-ranges";
import { hospital } from "./hospital";
import { interactions } from "./interactions";
import { medicines } from "./medicines";
import { demoAccounts } from "./people";
import { plainWords, plainWordsFor } from "./plain-words";
import { provinces } from "./provinces";
import { requestKinds } from "./request-kinds";
import type { Department, Medicine } from "./types";

const atcShape = /^[A-Z]\d{2}[A-Z]{2}(\d{2})?$/;
const atcPrefixShape = /^[A-Z]\d{2}([A-Z]([A-Z](\d{2})?)?)?$/;
const icd10Shape = /^[A-Z]\d{2}(\.\d)?$/;
const chinese = /\p{Script=Han}/u;

/** What the issue asks for by number is counted; the rest has to be without doubles. */
const tables: Record<string, { rows: readonly object[]; keys: readonly string[]; count?: number }> = {
  departments: { rows: departments, keys: departments.map(({ code }) => code), count: 10 },
  doctors: { rows: doctors, keys: doctors.map(({ staffNo }) => staffNo), count: 30 },
  medicines: { rows: medicines, keys: medicines.map(({ code }) => code), count: 150 },
  diagnoses: { rows: diagnoses, keys: diagnoses.map(({ code }) => code), count: 120 },
  carriers: { rows: carriers, keys: carriers.map(({ code }) => code), count: 5 },
  provinces: { rows: provinces, keys: provinces.map(({ code }) => code), count: 31 },
  rates: { rows: carrierRates, keys: carrierRates.map((rate) => `${rate.carrier} ${rate.province}`), count: 155 },
  batches: { rows: batches, keys: batches.map(({ medicine, number }) => `${medicine} ${number}`) },
  interactions: { rows: interactions, keys: interactions.map(({ atcA, atcB }) => `${atcA} ${atcB}`) },
  allergyClasses: { rows: allergyClasses, keys: allergyClasses.map(({ id }) => id) },
  conditionMap: { rows: conditionMap, keys: conditionMap.map(({ snomed }) => snomed) },
  medicationMap: { rows: medicationMap, keys: medicationMap.map(({ rxnorm }) => rxnorm) },
  contraindications: {
    rows: contraindications,
    keys: contraindications.map(({ atc, kind, icd10 }) => `${atc} ${kind} ${icd10}`),
  },
  plainWords: { rows: plainWords, keys: plainWords.map(({ atc }) => atc) },
  consentTexts: { rows: consentTexts, keys: consentTexts.map(({ kind }) => kind), count: 4 },
  demoAccounts: { rows: demoAccounts, keys: demoAccounts.map(({ login }) => login), count: 11 },
  redFlags: { rows: redFlags, keys: redFlags.map(({ id }) => id) },
  frequencies: { rows: frequencies, keys: frequencies.map(({ code }) => code) },
  routes: { rows: routes, keys: routes.map(({ code }) => code) },
  doseUnits: { rows: doseUnits, keys: doseUnits.map(({ code }) => code) },
  forms: { rows: forms, keys: forms.map(({ code }) => code) },
  requestKinds: { rows: requestKinds, keys: requestKinds.map(({ code }) => code) },
  returnReasons: { rows: returnReasons, keys: returnReasons.map(({ code }) => code) },
  closeReasons: { rows: closeReasons, keys: closeReasons.map(({ code }) => code) },
  quickPhrases: { rows: quickPhrases, keys: quickPhrases.map(({ id }) => id) },
};

test.each(Object.keys(tables))("%s has as many rows as the hospital needs, and none twice", (name) => {
  const { rows, keys, count } = tables[name] ?? expect.fail(name);
  expect(rows.length).toBeGreaterThan(0);
  if (count !== undefined) expect(rows).toHaveLength(count);
  expect(new Set(keys).size).toBe(rows.length);
});

test.each([...Object.keys(tables), "hospital"])("every text of %s stands in Chinese and in English", (name) => {
  expect(missingTranslations(name === "hospital" ? hospital : tables[name]?.rows)).toEqual([]);
});

describe("departments", () => {
  const all: readonly Department[] = departments;

  test("a follow-up needs a visit within the past half-month, in every department (R2)", () => {
    expect(new Set(all.map((each) => each.recordWindowDays))).toEqual(new Set([15]));
  });

  test("what is hard to treat is never hidden by a longer entry for what is common (R1, R3)", () => {
    const hidden = all.flatMap((each) =>
      each.commonConditions.filter((common) => each.hardConditions.some((hard) => common.startsWith(hard))),
    );
    expect(hidden).toEqual([]);
  });

  test("conditions are ICD-10 categories, and most diagnoses of the list are followed or refused somewhere", () => {
    const prefixes = all.flatMap((each) => [...each.commonConditions, ...each.hardConditions]);
    for (const prefix of prefixes) expect(prefix).toMatch(icd10Shape);
    const housed = diagnoses.filter(({ code }) => prefixes.some((prefix) => code.startsWith(prefix)));
    // What no department names, the doctor decides at acceptance.
    expect(housed.length).toBeGreaterThan(diagnoses.length / 2);
  });

  test("every red flag is asked by some department, and none twice in one", () => {
    expect(new Set(all.flatMap((each) => each.redFlags))).toEqual(new Set(redFlags.map(({ id }) => id)));
    for (const each of all) expect(new Set(each.redFlags).size).toBe(each.redFlags.length);
  });

  test("obstetrics asks after bleeding and fetal movement, paediatrics after fever in a young infant (R3)", () => {
    const asked = (code: string) => all.find((each) => each.code === code)?.redFlags;
    expect(asked("obstetrics")).toEqual(expect.arrayContaining(["bleeding_in_pregnancy", "reduced_fetal_movement"]));
    expect(asked("paediatrics")).toEqual(expect.arrayContaining(["infant_fever_under_3_months", "seizure"]));
    expect(asked("mental-health")).toContain("suicidal_thoughts");
  });
});

describe("doctors", () => {
  test("each department has three", () => {
    for (const { code } of departments) expect(doctors.filter((each) => each.department === code)).toHaveLength(3);
  });

  test("each has practised for three years, and shows a certificate nobody can take for a real one (R6)", () => {
    for (const each of doctors) {
      expect(each.practisingSince).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(each.practisingSince <= "2023-11-01").toBe(true);
      expect(each.certificateNo).toMatch(/^DEMO-CQ-110\d+$/);
    }
    expect(new Set(doctors.map((each) => each.certificateNo)).size).toBe(30);
    expect(new Set(doctors.map((each) => each.nameZh)).size).toBe(30);
  });

  test("each offers both services, at 10 to 80 yuan, and no service twice", () => {
    for (const { services } of doctors) {
      expect(new Set(services.map(({ kind }) => kind)).size).toBe(2);
      expect(new Set(services.map(({ kind, channel }) => `${kind} ${channel}`)).size).toBe(services.length);
      for (const { feeFen } of services) expect(feeFen >= 1000 && feeFen <= 8000).toBe(true);
    }
  });

  test("one has no places left and one has stopped intake", () => {
    const withoutQuota = doctors.filter(({ services }) => services.every(({ dailyPlaces }) => dailyPlaces === 0));
    expect(withoutQuota.map(({ staffNo }) => staffNo)).toEqual(["D030"]);
    expect(doctors.filter(({ isAccepting }) => !isAccepting).map(({ staffNo }) => staffNo)).toEqual(["D024"]);
  });
});

describe("medicines", () => {
  const isChinese = (each: Medicine) => /药[准制]字Z/.test(each.licenceNo);

  test("each bears a WHO ATC code, Chinese patent medicines and decoction pieces excepted", () => {
    for (const each of medicines.filter((one) => !isChinese(one))) expect(each.atc).toMatch(atcShape);
    expect(new Set(medicines.filter(isChinese).map(({ atc }) => atc))).toEqual(new Set([""]));
    expect(medicines.filter(({ isTcmPiece }) => isTcmPiece).every(isChinese)).toBe(true);
  });

  test("the flags agree with the ATC code and the form", () => {
    for (const each of medicines) {
      const name = each.nameEn;
      expect([name, each.isGlucoseLowering]).toEqual([name, each.atc.startsWith("A10")]);
      expect([name, each.isAntimicrobial]).toEqual([name, /^(J01|J02|J04|G01AF|D01BA)/.test(each.atc)]);
      expect([name, each.isInjection]).toEqual([name, each.form === "injection"]);
      expect([name, each.isRefrigerated]).toEqual([name, each.storageEn.includes("refrigerator")]);
    }
  });

  test("the usual dose lies within the largest single dose, and a day of it within the largest daily dose (R18)", () => {
    for (const each of medicines) {
      const timesPerDay = frequencies.find(({ code }) => code === each.frequency)?.timesPerDay ?? Number.NaN;
      expect(each.usualDose).toBeGreaterThan(0);
      expect(each.usualDose).toBeLessThanOrEqual(each.maxSingleDose);
      expect(each.maxSingleDose).toBeLessThanOrEqual(each.maxDailyDose);
      expect(each.usualDose * timesPerDay).toBeLessThanOrEqual(each.maxDailyDose);
      expect(each.packSize).toBeGreaterThanOrEqual(each.usualDose);
    }
  });

  test("names, ingredients and licences can be searched, compared and never mistaken for real ones", () => {
    for (const each of medicines) {
      expect(each.ingredients.length).toBeGreaterThan(0);
      expect(each.ingredients).toEqual(each.ingredients.map((ingredient) => ingredient.toLowerCase()));
      expect(each.licenceNo).toMatch(/^示例(国药准字|渝药制字)[HZS]\d{8}$/);
      expect(each.manufacturerZh).toContain("示例");
      expect(each.isDemonstration).toBe(true);
      expect(Number.isInteger(each.priceFen) && each.priceFen > 0).toBe(true);
    }
    expect(new Set(medicines.map(({ nameZh }) => nameZh)).size).toBe(150);
    expect(new Set(medicines.map(({ licenceNo }) => licenceNo)).size).toBe(150);
  });

  test("five may never be prescribed online: a narcotic, psychotropics and a precursor (R13)", () => {
    const forbidden = medicines.filter(({ controlledClass }) => controlledClass !== "none");
    expect(forbidden.map(({ ingredients, controlledClass }) => [ingredients[0], controlledClass])).toEqual([
      ["diazepam", "psychotropic_2"],
      ["codeine", "narcotic"],
      ["ephedrine", "precursor"],
      ["tramadol", "psychotropic_2"],
      ["zolpidem", "psychotropic_2"],
    ]);
  });

  test("every kind that the rule of mailing tells apart is there (R22)", () => {
    const kinds: Record<string, (each: Medicine) => boolean> = {
      "injection that stays": (each) => each.isInjection && !each.isGlucoseLowering,
      "injection that may go": (each) => each.isInjection && each.isGlucoseLowering,
      "refrigerated, not injected": (each) => each.isRefrigerated && !each.isInjection,
      "made by the hospital": (each) => each.isHospitalMade,
      "kept back by the formulary": (each) => each.mailBlockedReason !== null,
    };
    for (const [kind, belongs] of Object.entries(kinds)) {
      expect([kind, medicines.filter(belongs).length > 0]).toEqual([kind, true]);
    }
    const free = medicines.filter((each) => !Object.values(kinds).some((belongs) => belongs(each)));
    expect(free.length).toBeGreaterThan(45);
  });

  test.each([
    ...["levothyroxine", "salbutamol", "budesonide", "montelukast", "ferrous succinate", "folic acid", "metformin"],
    ...["insulin glargine", "insulin aspart", "nifedipine", "labetalol", "methyldopa", "amlodipine", "progesterone"],
    ...["dydrogesterone", "estradiol", "clotrimazole", "mometasone", "cetirizine", "ibuprofen", "paracetamol"],
    ...["amoxicillin", "azithromycin", "cefixime", "zinc gluconate", "colecalciferol", "omeprazole", "warfarin"],
    ...["acetylsalicylic acid", "letrozole", "bromocriptine", "propylthiouracil", "thiamazole", "oxytocin"],
  ])("the formulary has %s", (ingredient) => {
    expect(medicines.some(({ ingredients }) => ingredients.includes(ingredient))).toBe(true);
  });
});

describe("stock", () => {
  const shelf = (code: string) => batches.filter(({ medicine }) => medicine === code);

  test("each medicine has one to three batches, and each batch a medicine", () => {
    for (const { code } of medicines) {
      expect(shelf(code).length >= 1 && shelf(code).length <= 3).toBe(true);
    }
    expect(new Set(batches.map(({ medicine }) => medicine))).toEqual(new Set(medicines.map(({ code }) => code)));
  });

  test("the shelves hold what the rules are tried on: expired, nearly so, the last unit, none (R25)", () => {
    const expired = batches.filter(({ expiresInDays }) => expiresInDays < 0);
    expect(expired.map(({ quantity }) => quantity > 0)).toEqual([true]);
    const beside = expired
      .flatMap(({ medicine }) => shelf(medicine))
      .filter(({ expiresInDays }) => expiresInDays > 200);
    expect(beside).toHaveLength(1);
    expect(batches.filter(({ expiresInDays }) => expiresInDays >= 0 && expiresInDays <= 30)).toHaveLength(1);
    const packs = (code: string) => shelf(code).reduce((sum, { quantity }) => sum + quantity, 0);
    expect(medicines.filter(({ code }) => packs(code) === 1)).toHaveLength(1);
    expect(medicines.filter(({ code }) => packs(code) === 0)).toHaveLength(1);
  });
});

describe("knowledge", () => {
  const inFormulary = (prefix: string) => medicines.some(({ atc }) => atc.startsWith(prefix));

  test("diagnoses and what records are mapped to are ICD-10 and ATC", () => {
    for (const { code } of diagnoses) expect(code).toMatch(icd10Shape);
    for (const { icd10 } of conditionMap) expect(icd10).toMatch(icd10Shape);
    for (const { atc } of medicationMap) expect(atc).toMatch(/^[A-Z]\d{2}[A-Z]{2}\d{2}$/);
  });

  test("interactions are found in one order only, and touch the formulary", () => {
    for (const { atcA, atcB } of interactions) {
      expect(atcA).toMatch(atcPrefixShape);
      expect(atcB).toMatch(atcPrefixShape);
      expect(atcA < atcB).toBe(true);
      expect([atcA, atcB, inFormulary(atcA) || inFormulary(atcB)]).toEqual([atcA, atcB, true]);
    }
    const within = interactions.filter(({ atcA, atcB }) => inFormulary(atcA) && inFormulary(atcB));
    expect(within.length).toBeGreaterThanOrEqual(250);
    expect(new Set(interactions.map(({ severity }) => severity)).size).toBe(4);
  });

  test("no interaction is claimed between a medicine and itself", () => {
    for (const { atcA, atcB } of interactions) {
      expect(medicines.filter(({ atc }) => atc.startsWith(atcA) && atc.startsWith(atcB))).toEqual([]);
    }
  });

  test("contraindications touch the formulary, and say against what (R19)", () => {
    expect(contraindications.length).toBeGreaterThanOrEqual(60);
    for (const { atc, kind, icd10, underMonths } of contraindications) {
      expect([atc, inFormulary(atc)]).toEqual([atc, true]);
      expect([atc, kind, icd10 !== "", underMonths !== null]).toEqual([
        atc,
        kind,
        kind === "diagnosis",
        kind === "age",
      ]);
      if (kind === "diagnosis") expect(icd10).toMatch(icd10Shape);
    }
  });

  test("a source names only what was really consulted", () => {
    for (const { source } of [...interactions, ...contraindications])
      expect(source).toBe("class knowledge, unverified");
  });

  test("a range of the label is about a medicine of the formulary, and its numbers make sense (R18)", () => {
    for (const { medicine, minSingle, maxSingle, maxDaily, minAgeMonths, maxAgeMonths } of doseRanges) {
      expect(medicines.some(({ code }) => code === medicine)).toBe(true);
      expect((minSingle ?? 0) <= maxSingle && maxSingle <= maxDaily).toBe(true);
      expect((minAgeMonths ?? 0) <= (maxAgeMonths ?? 1_200)).toBe(true);
    }
  });

  test("each medicine has words for the patient: what it is for, and what to avoid", () => {
    for (const { atc } of medicines) expect(plainWordsFor(atc).purposeZh.length).toBeGreaterThanOrEqual(2);
  });

  test("a known allergy finds its medicines in the formulary", () => {
    const forbiddenBy = (id: string) => {
      const prefixes = allergyClasses.find((each) => each.id === id)?.atc ?? [];
      return medicines
        .filter(({ atc }) => prefixes.some((prefix) => atc.startsWith(prefix)))
        .flatMap(({ ingredients }) => ingredients);
    };
    expect(forbiddenBy("penicillins")).toEqual(["amoxicillin", "amoxicillin", "clavulanic acid"]);
    expect(forbiddenBy("cephalosporins")).toEqual(["cefixime", "cefuroxime", "cefdinir", "cefaclor"]);
    expect(forbiddenBy("nsaids")).toEqual(["ibuprofen", "acetylsalicylic acid", "celecoxib", "naproxen"]);
    expect(forbiddenBy("sulfonamides")).toEqual(["sulfamethoxazole", "trimethoprim"]);
    for (const each of allergyClasses) {
      for (const prefix of [...each.atc, ...each.crossAtc]) expect(prefix).toMatch(atcPrefixShape);
      expect(each.words).toEqual(each.words.map((word) => word.toLowerCase()));
    }
  });

  test("a code of an allergy means one thing: one class, or no medicine at all", () => {
    const codes = [...allergyClasses.flatMap(({ snomed }) => snomed), ...nonDrugAllergies.map(({ snomed }) => snomed)];
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe("delivery", () => {
  test("every carrier goes to every province, within days that make sense", () => {
    for (const { code: carrier } of carriers) {
      const rates = carrierRates.filter((rate) => rate.carrier === carrier);
      expect(new Set(rates.map(({ province }) => province))).toEqual(new Set(provinces.map(({ code }) => code)));
      const home = rates.find(({ province }) => province === "500000");
      for (const rate of rates) {
        expect(Number.isInteger(rate.priceFen)).toBe(true);
        expect(rate.priceFen).toBeGreaterThanOrEqual(home?.priceFen ?? Number.NaN);
        expect(rate.minDays >= 1 && rate.minDays <= rate.maxDays).toBe(true);
      }
    }
  });

  test("a carrier knows its own numbers and no other carrier's", () => {
    for (const { code, exampleNumber } of carriers) {
      const knowing = carriers.filter(({ numberPattern }) => new RegExp(numberPattern).test(exampleNumber));
      expect(knowing.map((each) => each.code)).toEqual([code]);
    }
  });

  test("some carriers take cash and keep cold, and some do neither", () => {
    expect(new Set(carriers.map(({ offersCashOnArrival }) => offersCashOnArrival)).size).toBe(2);
    expect(new Set(carriers.map(({ hasColdChain }) => hasColdChain)).size).toBe(2);
  });
});

describe("people and words", () => {
  test("there is somebody of every role, and a pharmacist more than four eyes need (R20)", () => {
    const count = (role: string) => demoAccounts.filter((each) => each.role === role).length;
    expect(count("patient")).toBe(5);
    expect(count("head_pharmacist") + count("pharmacist")).toBe(3);
    for (const role of ["admin", "support", "auditor"]) expect(count(role)).toBe(1);
  });

  test("the pharmacist's reasons name the nine points to be checked (R19)", () => {
    expect(returnReasons.filter(({ rule }) => rule === "R19")).toHaveLength(9);
  });

  test("consents are marked as texts that the hospital's lawyers replace", () => {
    for (const { bodyZh, bodyEn } of consentTexts) {
      expect(bodyZh).toMatch(/^【演示文本】/);
      expect(bodyEn).toMatch(/^\[Demonstration text\]/);
      expect(bodyZh.split("\n\n")).toHaveLength(bodyEn.split("\n\n").length);
    }
  });
});

/** Paths of texts that lack their counterpart, or are not in the language their name promises. */
function missingTranslations(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  const record = value as Record<string, unknown>;
  return Object.entries(record).flatMap(([name, text]) => {
    const here = `${path}/${name}`;
    if (typeof text === "object") return missingTranslations(text, here);
    // A manufacturer is printed as it is registered.
    if (name === "manufacturerZh" || typeof text !== "string") return [];
    if (name === "zh" || name.endsWith("Zh")) {
      const other = record[name === "zh" ? "en" : name.replace(/Zh$/, "En")];
      return typeof other === "string" && other.length > 0 && text.length > 0 ? [] : [here];
    }
    if (name === "en" || name.endsWith("En")) {
      const other = record[name === "en" ? "zh" : name.replace(/En$/, "Zh")];
      const isPaired = typeof other === "string" && other.length > 0;
      return isPaired && text.length > 0 && !chinese.test(text) ? [] : [here];
    }
    return [];
  });
}

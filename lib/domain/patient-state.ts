/** What changes a dose or forbids a medicine, beside age: from the record, the diagnosis, or what the doctor knows. */
export const patientStates = ["pregnant", "lactating", "kidney", "liver"] as const;
export type PatientState = (typeof patientStates)[number];

/** ICD-10: pregnancy, its disorders and its supervision; what follows birth is not among them. */
export const PREGNANCY = /^(O[0-3]|O4[0-8]|O98|O99|Z3[345])/;

const saidBy: Readonly<Record<PatientState, RegExp>> = {
  pregnant: PREGNANCY,
  lactating: /^(Z39\.1|O92)/,
  kidney: /^N1[7-9]/,
  liver: /^K7[0-7]/,
};

/** The states that ICD-10 codes speak of. */
export const statesOf = (codes: readonly string[]): PatientState[] =>
  patientStates.filter((state) => codes.some((code) => saidBy[state].test(code)));

/** What labels and tables of knowledge call a state where they use another word. */
const stateCalled: Readonly<Record<string, PatientState>> = { pregnancy: "pregnant", lactation: "lactating" };

/** Whether the patient is in the state that a label or a table of knowledge names. */
export const isIn = (states: readonly PatientState[], named: string): boolean =>
  states.some((state) => state === (stateCalled[named] ?? named));

/** Chronic infections by bacteria or fungi, which the bar of R17 leaves out: tuberculosis, leprosy, mycoses, Helicobacter, bone. */
const CHRONIC_INFECTION = /^(A1[5-9]|A3[01]|B3[5-9]|B4\d|B90|B98\.0|M86)/;

export const hasChronicInfection = (codes: readonly string[]): boolean =>
  codes.some((code) => CHRONIC_INFECTION.test(code));

import "server-only";
import { clinicalPicture } from "@/lib/domain/clinical-picture";
import { findingKey } from "@/lib/domain/finding";
import { composeItems, requireAnswers } from "@/lib/domain/prescribing";
import type { PrescriptionContent } from "@/lib/domain/prescription-input";
import { screen } from "@/lib/domain/screening";
import type { SignedVersion } from "@/lib/domain/signed-content";
import { Refusal } from "@/lib/errors";
import { type ClinicalRow, knownPatient } from "./clinical";
import { comparable, knowledgeOf, type NamedDiagnosis } from "./sql/knowledge";
import type { Work } from "./transact";

type Content = Omit<SignedVersion, "prescriptionNumber" | "version" | "prescriberId">;

/**
 * Checks what is to be signed against the database, whatever the form believed: the formulary, the record, the rules (R9, R13 to
 * R19). One statement. Throws the refusal of the gravest finding, with its rule.
 */
export async function screenedContent(
  work: Work,
  patient: ClinicalRow,
  content: PrescriptionContent,
): Promise<Content> {
  const { supplyReason, guardianConfirmed, validDays, advice, assessment, patientConfirmed, isUrgent } = content;
  const picture = clinicalPicture(knownPatient(patient), content, work.now);
  const knowledge = await knowledgeOf(work.tx, {
    medicineIds: content.items.map(({ medicineId }) => medicineId),
    runningAtc: picture.running.map(({ atc }) => atc),
    diagnosisCodes: content.diagnosisCodes,
  });
  const { screened, items } = composeItems(content.items, knowledge.medicines);
  const result = screen({ ...picture, ...comparable(knowledge), items: screened, validDays });
  requireAnswers(result, content, patient, work.now);
  const diagnosisCodes = [...new Set(content.diagnosisCodes)];
  const asked = new Set(result.findings.map(findingKey));
  const { id, name, sex, birthDate } = patient;
  return {
    patient: { id, name, sex, birthDate },
    ...{ diagnosisCodes, diagnosisText: namesOf(diagnosisCodes, knowledge.diagnoses, patient) },
    ...{ items, advice, validDays, supplyReason, assessment, patientConfirmed, guardianConfirmed, isUrgent },
    overrides: content.overrides.filter(({ finding }) => asked.has(finding)),
    ...{ states: picture.patient.states, weightKg: content.weightKg, knowledge: knowledge.tables },
    ...{ findings: result.findings, isScreened: result.isScreened, signedAt: work.now },
  };
}

/** R14: each diagnosis is one of the hospital's list or of the patient's record. The official form is in Chinese. */
function namesOf(codes: readonly string[], listed: readonly NamedDiagnosis[], { record }: ClinicalRow): string {
  const names = codes.map((code) => {
    const recorded = record.find(({ kind, mappedCode }) => kind === "condition" && mappedCode === code);
    const name = listed.find((diagnosis) => diagnosis.code === code)?.nameZh ?? recorded?.display;
    if (name === undefined)
      throw new Refusal("diagnosis_unknown", { rule: "R14", fields: { diagnosisCodes: "diagnosis_unknown" } });
    return name;
  });
  return names.join("；");
}

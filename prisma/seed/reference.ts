import { createHash } from "node:crypto";
import type { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/db/id";
import { searchable } from "@/lib/domain/searchable";
import { conditionMap, medicationMap } from "./data/code-map";
import { consentTexts } from "./data/consent-texts";
import { contraindications } from "./data/contraindications";
import { diagnoses } from "./data/diagnoses";
import { interactions } from "./data/interactions";
import { provinces } from "./data/provinces";

/** What every installation needs, demonstration or not. */
export async function seedReference(tx: Prisma.TransactionClient, now: Date): Promise<void> {
  await tx.province.createMany({ data: [...provinces] });
  await tx.diagnosis.createMany({ data: diagnoses.map((row) => ({ ...row, pinyin: searchable(row.nameZh) })) });
  await seedKnowledge(tx, now);
  await tx.codeMap.createMany({
    data: [
      ...conditionMap.map(({ snomed, icd10, display }) => ({
        system: "http://snomed.info/sct",
        code: snomed,
        targetSystem: "http://hl7.org/fhir/sid/icd-10",
        target: icd10,
        display,
      })),
      ...medicationMap.map(({ rxnorm, atc, display }) => ({
        system: "http://www.nlm.nih.gov/research/umls/rxnorm",
        code: rxnorm,
        targetSystem: "http://www.whocc.no/atc",
        target: atc,
        display,
      })),
    ],
    skipDuplicates: true,
  });
  await tx.consentText.createMany({
    data: consentTexts.map((text) => ({
      ...text,
      sha256: createHash("sha256").update(`${text.bodyZh}\n${text.bodyEn}`).digest("hex"),
      effectiveFrom: now,
    })),
  });
}

async function seedKnowledge(tx: Prisma.TransactionClient, now: Date): Promise<void> {
  const table = (kind: string, rows: number) => ({
    ...{
      id: newId(),
      kind,
      number: 1,
      name: "demonstration",
      rows,
      isDemonstration: true,
      isInForce: true,
      loadedAt: now,
    },
  });
  const pairs = table("interactions", interactions.length);
  const weighed = table("contraindications", contraindications.length);
  await tx.knowledgeTable.createMany({ data: [pairs, weighed] });
  await tx.interaction.createMany({ data: interactions.map((row) => ({ tableId: pairs.id, ...row })) });
  await tx.contraindication.createMany({
    data: contraindications.map((row) => ({ id: newId(), tableId: weighed.id, ...row })),
  });
}

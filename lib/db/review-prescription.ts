import "server-only";
import { asPerson } from "@/lib/domain/actor";
import { requireLicence } from "@/lib/domain/licence";
import { authorize, requireOtherPerson, type Verb } from "@/lib/domain/policy";
import { type PrescriptionEvent, prescriptionMachine } from "@/lib/domain/prescription";
import { channels } from "@/lib/domain/realtime";
import { furtherStatement } from "@/lib/domain/signed-content";
import type { SystemCode } from "@/lib/domain/system-message";
import { conflict, notFound, Refusal } from "@/lib/errors";
import { appendMessage } from "./append-message";
import type { ReviewDecision } from "./generated/client";
import { newId } from "./id";
import { scope } from "./scope";
import { type KeyRow, type MadeSignature, openSigner, signingKeySelect } from "./signing/signer";
import type { Work } from "./transact";

interface Decision {
  readonly verb: Verb;
  readonly event: Extract<PrescriptionEvent, "approve" | "return" | "refuse">;
  readonly decision: ReviewDecision;
  readonly reasonCode?: string;
  readonly note?: string;
  readonly points?: readonly string[];
  readonly says: SystemCode;
  /** R12, R33: an approval is signed. */
  readonly pin?: string;
  /** The version that was on the screen; another one since is a conflict. */
  readonly seen: number;
}

/**
 * The pharmacist's one decision on the newest version: by whoever holds the claim (R12), never the prescriber (R20), never after its days
 * (R15). The row that says who, when and why is written by the statement that moves the prescription, or neither is.
 */
export async function decidePrescription(work: Work, prescriptionId: string, decision: Decision) {
  authorize(work.actor, decision.verb);
  requireLicence(asPerson(work.actor), work.now);
  const found = await work.tx.prescription.findFirst({
    where: { AND: [{ id: prescriptionId }, scope.prescription(work.actor)] },
    select: {
      ...{ id: true, number: true, status: true, version: true, accountId: true, doctorId: true, patientId: true },
      ...{ consultationId: true, claimedById: true, claimedUntil: true, validUntil: true },
      versions: { orderBy: { number: "desc" }, take: 1, select: { id: true, number: true, contentSha256: true } },
      claimedBy: { select: { signingKeys: signingKeySelect } },
    },
  });
  const newest = found?.versions[0];
  if (!found || !newest) throw notFound();
  if (newest.number !== decision.seen) throw conflict();
  requireOtherPerson(work.actor, found.doctorId, "reviewer_is_prescriber");
  const to = prescriptionMachine.next(found.status, decision.event);
  const isHeld =
    found.claimedById === work.actor.accountId && found.claimedUntil !== null && found.claimedUntil > work.now;
  if (!isHeld) throw new Refusal("claim_needed");
  if (decision.event === "approve" && found.validUntil && found.validUntil <= work.now)
    throw new Refusal("prescription_expired", { rule: "R15" });

  const signature = decision.pin === undefined ? [] : [await approval(work, found, newest, decision, decision.pin)];
  const isFinal = prescriptionMachine.isFinal(to);
  const moved = await work.tx.$queryRaw<unknown[]>`
    WITH moved AS (
      UPDATE "Prescription" SET "status" = ${to}::"PrescriptionStatus", "version" = "version" + 1, "claimedById" = NULL, "claimedUntil" = NULL,
        "approvedAt" = CASE WHEN ${decision.event === "approve"} THEN ${work.now} ELSE "approvedAt" END,
        "closedAt" = CASE WHEN ${isFinal} THEN ${work.now} ELSE "closedAt" END,
        "closeReason" = CASE WHEN ${isFinal} THEN ${decision.note ?? null} ELSE "closeReason" END
      WHERE "id" = ${found.id}::uuid AND "status" = ${found.status}::"PrescriptionStatus" AND "version" = ${found.version}
        AND "claimedById" = ${work.actor.accountId}::uuid
      RETURNING "id"
    ), proven AS (
      INSERT INTO "Signature" ("id", "versionId", "keyId", "signerId", "purpose", "statement", "value", "at")
      SELECT s."id", ${newest.id}::uuid, s."keyId", s."signerId", s."purpose", s."statement", s."value", ${work.now}
      FROM moved, jsonb_to_recordset(${JSON.stringify(signature)}::jsonb) AS s("id" uuid, "keyId" uuid, "signerId" uuid, "purpose" text,
        "statement" text, "value" text)
    )
    INSERT INTO "PrescriptionReview" ("id", "prescriptionId", "versionId", "prescriberId", "reviewerId", "decision", "reasonCode", "note", "checkedPoints", "at")
    SELECT ${newId()}::uuid, moved."id", ${newest.id}::uuid, ${found.doctorId}::uuid, ${work.actor.accountId}::uuid,
      ${decision.decision}::"ReviewDecision", ${decision.reasonCode ?? null}, ${decision.note ?? ""}, ${[...(decision.points ?? [])]}::text[], ${work.now}
    FROM moved
    RETURNING "id"`;
  if (moved.length === 0) throw conflict();
  const { id, number, consultationId, doctorId, patientId, accountId } = found;
  await appendMessage(work, { consultationId, kind: "system", body: decision.says, params: { number } });
  work.audit({
    action: decision.verb,
    subjectType: "prescription",
    subjectId: id,
    patientId,
    detail: { version: newest.number, to },
  });
  work.emit({ channel: channels.reviewDesk, event: "changed", data: { id } });
  work.emit({ channel: channels.consultation(consultationId), event: "changed", data: { id: consultationId } });
  work.emit({ channel: channels.account(doctorId), event: "changed", data: { id: consultationId } });
  return {
    id,
    tellPatient: () =>
      work.notify({ accountId, kind: `prescription_${to}`, params: { number }, path: `/patient/prescriptions/${id}` }),
    tellDoctor: () =>
      work.notify({
        accountId: doctorId,
        kind: `prescription_${to}`,
        params: { number },
        path: `/doctor/prescriptions/${id}`,
      }),
  };
}

async function approval(
  work: Work,
  found: { readonly number: string; readonly claimedBy: { readonly signingKeys: readonly KeyRow[] } | null },
  { number: version, contentSha256 }: { readonly number: number; readonly contentSha256: string },
  { points }: Decision,
  pin: string,
): Promise<MadeSignature> {
  const signer = await openSigner(work, found.claimedBy?.signingKeys[0], pin);
  const about = {
    prescriptionNumber: found.number,
    version,
    contentSha256,
    signerId: signer.accountId,
    signedAt: work.now,
  };
  return signer.sign("approve", furtherStatement("approve", about, { points: [...(points ?? [])] }));
}

import "server-only";
import { channels } from "@/lib/domain/realtime";
import { type SystemCode, type SystemParams, systemBody } from "@/lib/domain/system-message";
import { newId } from "./id";
import type { Work } from "./transact";

/** `prescription` shows the card of `prescriptionId`, from the doctor; `system` a line from nobody. */
interface Event {
  readonly consultationId: string;
  readonly kind: "system" | "prescription";
  readonly body: SystemCode;
  /** Values for the text: numbers and codes, never personal data. */
  readonly params?: SystemParams;
  readonly prescriptionId?: string;
}

/** A report of the record that the doctor shows. */
interface Shown {
  readonly consultationId: string;
  readonly kind: "record";
  readonly text: string;
}

/**
 * Adds a line to a conversation inside the command's own transaction, numbered under the consultation's row lock like
 * every message; the room hears of it after commit. A prescription is the doctor's word like any other. One statement.
 */
export async function appendMessage(work: Work, message: Event | Shown): Promise<void> {
  const isFromDoctor = message.kind !== "system" && work.actor.role === "doctor";
  const body = message.kind === "record" ? message.text : systemBody(message.body, message.params);
  const prescriptionId = message.kind === "prescription" ? (message.prescriptionId ?? null) : null;
  const [appended] = await work.tx.$queryRaw<{ seq: number }[]>`
    WITH counted AS (
      UPDATE "Consultation" c SET "lastSeq" = c."lastSeq" + 1, "lastMessageAt" = ${work.now},
        "firstReplyAt" = CASE WHEN ${isFromDoctor} THEN COALESCE(c."firstReplyAt", ${work.now}) ELSE c."firstReplyAt" END,
        "dueAt" = CASE WHEN ${isFromDoctor} AND c."firstReplyAt" IS NULL
          THEN c."acceptedAt" + o."lengthMinutes" * interval '1 minute' ELSE c."dueAt" END
      FROM "Offering" o
      WHERE c."id" = ${message.consultationId}::uuid AND o."id" = c."offeringId"
      RETURNING c."id", c."lastSeq")
    INSERT INTO "Message" ("id", "consultationId", "seq", "kind", "senderId", "senderRole", "clientId", "body", "prescriptionId", "createdAt")
    SELECT ${newId()}::uuid, counted."id", counted."lastSeq", ${message.kind}::"MessageKind",
      ${isFromDoctor ? work.actor.accountId : null}::uuid, ${isFromDoctor ? "doctor" : null}::"Role", ${newId()}::uuid,
      ${body}, ${prescriptionId}::uuid, ${work.now}
    FROM counted
    RETURNING "seq"`;
  if (!appended) throw new Error("a line was added to a consultation that is not there");
  work.emit({ channel: channels.consultation(message.consultationId), event: "message", data: { seq: appended.seq } });
}

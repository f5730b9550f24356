import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { listMessages } from "@/lib/queries/room/messages";
import { consultation, NOON, person, type Talk } from "@/lib/testing/consultation";
import { shareReport } from "./share-report";

const share = (actor: Person, { id: consultationId }: Talk, fhirId = "r1") =>
  transact({ actor, now: NOON }, shareReport, { consultationId, fhirId });

async function withReport(): Promise<Talk> {
  const talk = await consultation();
  const entry = { patientId: talk.patientId, occurredAt: NOON, isActive: true };
  const value = { category: "laboratory", value: "90", unit: "g/L", low: 115, high: 150, interpretation: null };
  await db().recordEntry.createMany({
    data: [
      { ...entry, id: newId(), kind: "observation", fhirId: "v1", display: "血红蛋白", detail: value },
      {
        ...{ ...entry, id: newId(), kind: "report", fhirId: "r1", display: "血常规" },
        detail: { category: "LAB", conclusion: "轻度贫血。", resultIds: ["v1"] },
      },
    ],
  });
  return talk;
}

test("a doctor shows a report of the patient's own record in the conversation, as the doctor's word", async () => {
  const talk = await withReport();
  await share(talk.doctor, talk);
  const { messages } = await listMessages({ actor: talk.patient, now: NOON }, { id: talk.id, after: 0 });
  expect(messages).toMatchObject([
    { kind: "record", senderId: talk.doctor.accountId, body: "血常规 · 2026-11-23\n轻度贫血。\n血红蛋白 90 g/L ↓" },
  ]);
  expect(await db().auditEvent.count({ where: { subjectId: talk.id, action: "record.share" } })).toBe(1);
});

test("nobody else's report, nobody else's conversation, and none that is over", async () => {
  const [talk, other] = [await withReport(), await consultation()];
  await expect(share(other.doctor, other)).rejects.toMatchObject({ code: "not_found" });
  await expect(share(other.doctor, talk)).rejects.toMatchObject({ code: "not_found" });
  await expect(share(talk.doctor, talk, "v1")).rejects.toMatchObject({ code: "not_found" });
  await expect(share(talk.patient, talk)).rejects.toMatchObject({ code: "forbidden" });
  await expect(share(await person("pharmacist"), talk)).rejects.toMatchObject({ code: "forbidden" });
  await db().consultation.update({ where: { id: talk.id }, data: { status: "finished", closedAt: NOON } });
  await expect(share(talk.doctor, talk)).rejects.toMatchObject({ code: "conversation_closed" });
});

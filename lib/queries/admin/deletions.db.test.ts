import { expect, test } from "vitest";
import { requestDeletion } from "@/lib/commands/deletion/request";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import { RequestDeletion } from "@/lib/domain/deletion-input";
import { type Applicant, applicant } from "@/lib/testing/applicant";
import { NOON, person } from "@/lib/testing/consultation";
import { countStatements } from "@/lib/testing/statements";
import { deletionRequest, deletionRequests } from "./deletions";

const ask = ({ account, patientId }: Applicant, now = NOON) =>
  transact({ actor: account, now }, requestDeletion, RequestDeletion.parse({ patientId, why: "不再使用本院服务" }));

test("requests stand in the order of their deadlines, page by page", async () => {
  const wanted: string[] = [];
  // Far ahead of what other tests leave behind.
  for (let day = 0; day < 32; day += 1) {
    const asked = await ask(await applicant({ isLinked: false }), new Date(NOON.getTime() + (400 + day) * 86_400_000));
    wanted.push(asked.id);
  }
  const seen: string[] = [];
  let next: string | undefined;
  do {
    const page = await deletionRequests(true, next);
    seen.push(...page.rows.map(({ id }) => id));
    next = page.next;
  } while (next);
  expect(seen.slice(-32)).toEqual(wanted);
});

test("the admin sees whose request it is with a masked number, and what would go; the look is written down for the patient", async () => {
  const made = await applicant({ hasConsented: false });
  const { id } = await ask(made);
  const admin = await person("admin");
  const shown = await deletionRequest(admin, NOON, id);
  expect(shown).toMatchObject({ name: made.name, why: "不再使用本院服务", isUnderWay: false, status: "open" });
  expect(JSON.stringify(shown)).not.toContain(made.idNumber);
  expect(shown.outcome?.gone.map(({ kind }) => kind)).toEqual(["record", "card", "link", "identity"]);
  const where = { subjectId: id, action: "deletion.view", patientId: made.patientId };
  expect(await db().auditEvent.count({ where })).toBe(1);
  expect(await countStatements(() => deletionRequest(admin, NOON, id))).toBe(3);
  await expect(deletionRequest(admin, NOON, "none")).rejects.toMatchObject({ code: "not_found" });
});

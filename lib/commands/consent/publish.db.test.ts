import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { inForce, textHash } from "@/lib/db/consents";
import { transact } from "@/lib/db/transact";
import { PublishConsent } from "@/lib/domain/consent-input";
import { refreshRecord } from "@/lib/flows/record/refresh";
import { consentDesk, consentVersions, newestText } from "@/lib/queries/admin/consents";
import { applicant } from "@/lib/testing/applicant";
import { textsInForce } from "@/lib/testing/consent";
import { NOON, person } from "@/lib/testing/consultation";
import { countStatements } from "@/lib/testing/statements";
import { publishConsent } from "./publish";

const kind = "health_data" as const;
let edition = 0;

async function nextVersion(change: Record<string, string | number> = {}) {
  const last = await newestText(kind);
  edition += 1;
  return PublishConsent.parse({
    ...{ kind, lastVersion: last?.version ?? 0, titleZh: "健康信息处理同意书", titleEn: "Use of health data" },
    ...{ bodyZh: `第 ${edition} 次修订。${"我们按照法律规定处理您的医疗健康信息。".repeat(5)}` },
    ...{ bodyEn: `Revision ${edition}. ${"Health data is used as the law allows. ".repeat(5)}` },
    ...change,
  });
}

const now = NOON;
const current = () => db().consentText.findMany({ where: { kind, ...inForce(now) }, select: { version: true } });

test("R7: a published version is in force from its day, asks whoever agreed to the last one again, and never changes", async () => {
  await textsInForce();
  const admin = await person("admin");
  const one = await applicant();
  const input = await nextVersion();
  const { id, version } = await transact({ actor: admin, now }, publishConsent, input);
  expect(await current()).toEqual([{ version }]);
  const row = await db().consentText.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({
    ...{ sha256: textHash(input.bodyZh, input.bodyEn), effectiveFrom: now, publishedById: admin.accountId },
  });
  await expect(refreshRecord({ actor: one.account, now }, { patientId: one.patientId })).rejects.toMatchObject({
    ...{ code: "consent_needed", rule: "R31" },
  });
  for (const data of [{ bodyZh: "别的" }, { titleEn: "Other" }, { sha256: "0".repeat(64) }])
    await expect(db().consentText.update({ where: { id }, data })).rejects.toThrow();
  await expect(db().consentText.delete({ where: { id } })).rejects.toThrow();
  expect(await db().auditEvent.findFirst({ where: { subjectId: id } })).toMatchObject({
    ...{ action: "consent.publish", actorId: admin.accountId, detail: { kind, version, sha256: row.sha256 } },
  });
});

test("a version for a later day comes into force at midnight in Shanghai; until then the last one stays", async () => {
  const admin = await person("admin");
  const before = await current();
  const input = await nextVersion({ effectiveOn: "2026-11-25" });
  const { id, version } = await transact({ actor: admin, now }, publishConsent, input);
  expect(await current()).toEqual(before);
  const { effectiveFrom } = await db().consentText.findUniqueOrThrow({ where: { id } });
  expect(effectiveFrom.toISOString()).toBe("2026-11-24T16:00:00.000Z");
  expect((await consentDesk(now)).filter((row) => row.kind === kind).map(({ state }) => state)).toEqual([
    ...["current", "coming"],
  ]);
  const [newest] = await consentVersions(kind, effectiveFrom);
  expect(newest).toMatchObject({ version, state: "current", agreed: 0 });
  const earlier = nextVersion({ effectiveOn: "2026-11-24" });
  await expect(transact({ actor: admin, now }, publishConsent, await earlier)).rejects.toMatchObject({
    fields: { effectiveOn: "date_before_last" },
  });
});

test("of two admins who publish at once one is told that another was faster", async () => {
  const admins = [await person("admin"), await person("admin")];
  const input = await nextVersion({ effectiveOn: "2026-12-01" });
  const results = await Promise.allSettled(
    admins.map((actor, n) => transact({ actor, now }, publishConsent, { ...input, bodyEn: `${input.bodyEn} ${n}` })),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
});

test("the same text, a day that is past, a text in one language only and other roles are refused", async () => {
  const admin = await person("admin");
  const last = await newestText(kind);
  if (!last) throw new Error("there is no text");
  const { version, ...words } = last;
  const same = { ...(await nextVersion({ ...words, lastVersion: version })), effectiveOn: "2026-12-31" };
  await expect(transact({ actor: admin, now }, publishConsent, same)).rejects.toMatchObject({
    code: "consent_unchanged",
  });
  const past = await nextVersion({ effectiveOn: "2026-11-22" });
  await expect(transact({ actor: admin, now }, publishConsent, past)).rejects.toMatchObject({
    fields: { effectiveOn: "date_past" },
  });
  await expect(nextVersion({ bodyEn: "" })).rejects.toThrow("body_too_short");
  await expect(nextVersion({ bodyEn: `${"Health data is used. ".repeat(5)}\n\nMore.` })).rejects.toThrow(
    "paragraphs_differ",
  );
  for (const role of ["patient", "doctor", "auditor", "support"] as const)
    await expect(
      transact({ actor: await person(role), now }, publishConsent, await nextVersion()),
    ).rejects.toMatchObject({ code: "forbidden" });
});

test("publishing stays within eight statements", async () => {
  const [admin, input] = [await person("admin"), await nextVersion({ effectiveOn: "2027-01-01" })];
  expect(await countStatements(() => transact({ actor: admin, now }, publishConsent, input))).toBeLessThanOrEqual(7);
});

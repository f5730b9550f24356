import { generate } from "otplib";
import { expect, test } from "vitest";
import { signIn } from "@/lib/auth/sign-in";
import { db } from "@/lib/db/client";
import { findSession } from "@/lib/db/sql/session";
import { transact } from "@/lib/db/transact";
import { type Person, stranger } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { InviteStaff } from "@/lib/domain/staff-input";
import { takeUpInvitation } from "@/lib/flows/staff/accept-invitation";
import { openInvitation } from "@/lib/queries/public/invitation";
import { NOON, person } from "@/lib/testing/consultation";
import { changeRole } from "./change-role";
import { disableStaff } from "./disable";
import { enableStaff } from "./enable";
import { inviteStaff } from "./invite";
import { renewLicence } from "./renew-licence";
import { resetAccess } from "./reset-access";
import { revokeInvitation } from "./revoke-invitation";

const PASSWORD = "correct horse battery";
let last = 7_000;
const nextNo = () => {
  last += 1;
  return `T${last}`;
};

async function pharmacistForm(change: Record<string, string> = {}) {
  const base = { role: "pharmacist", nameZh: "何小药", nameEn: "He Xiaoyao", certificateNo: "TEST-123456" };
  return InviteStaff.parse({ ...base, staffNo: nextNo(), licenceExpiresOn: "2030-01-01", ...change });
}
async function doctorForm(practisingSince = "2015-07-01") {
  const { id } = await db().department.findFirstOrThrow({ where: { isActive: true }, select: { id: true } });
  const base = { role: "doctor", nameZh: "方新一", nameEn: "Fang Xinyi", certificateNo: "TEST-222222" };
  const work = { title: "attending_physician", scopeZh: "儿科", scopeEn: "Paediatrics", departmentId: id };
  const offer = { consultationFeeFen: "30", followUpFeeFen: "20.5", placesPerDay: "10" };
  return InviteStaff.parse({
    ...{ ...base, ...work, ...offer },
    ...{ staffNo: nextNo(), licenceExpiresOn: "2030-01-01", practisingSince },
  });
}
const invite = (admin: Person, form: InviteStaff, now = NOON) => transact({ actor: admin, now }, inviteStaff, form);

async function takeUp(token: string, now = addMinutes(NOON, 60)) {
  const secret = (await openInvitation(token, now))?.totpSecret ?? "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  const code = await generate({ secret, epoch: now.getTime() / 1000 });
  const form = { token, password: PASSWORD, repeated: PASSWORD, code };
  return { secret, form, ...(await takeUpInvitation({ actor: stranger("127.0.0.1"), now }, form)) };
}
const enter = (login: string, code: string, now: Date) =>
  signIn({ login, password: PASSWORD, code, address: "127.0.0.1", userAgent: null }, now);
const status = async (id: string) => (await db().account.findUniqueOrThrow({ where: { id } })).status;

test("R6: an invited doctor sets password and second factor, signs in, and offers two services with their fees", async () => {
  const form = await doctorForm();
  const { id, token } = await invite(await person("admin"), form);
  expect(await enter(form.staffNo, "000000", NOON)).toBeNull();
  const { secret, recoveryCodes } = await takeUp(token);
  expect(new Set(recoveryCodes).size).toBe(10);
  const later = addMinutes(NOON, 90);
  const opened = await enter(form.staffNo, await generate({ secret, epoch: later.getTime() / 1000 }), later);
  expect(await findSession(opened?.sessionId ?? "", later)).toMatchObject({ role: "doctor", stepUpAt: later });
  const offerings = await db().offering.findMany({ where: { doctorId: id }, orderBy: { feeFen: "asc" } });
  expect(offerings).toMatchObject([
    { service: "follow_up", feeFen: 2050 },
    { service: "consultation", feeFen: 3000 },
  ]);
  const stored = JSON.stringify(await db().invitation.findMany({ where: { accountId: id } }));
  expect(stored).not.toContain(token);
});

test("R6: a doctor with under three years of practice, or with an ended licence, is not invited", async () => {
  const admin = await person("admin");
  await expect(invite(admin, await doctorForm("2023-11-24"))).rejects.toMatchObject({
    code: "too_little_practice",
    rule: "R6",
  });
  const ended = await pharmacistForm({ licenceExpiresOn: "2026-11-22" });
  await expect(invite(admin, ended)).rejects.toMatchObject({ code: "licence_expired" });
  expect(await db().staff.count({ where: { staffNo: ended.staffNo } })).toBe(0);
});

test("an invitation serves once, for 72 hours, until it is withdrawn or replaced", async () => {
  const admin = await person("admin");
  const { token } = await invite(admin, await pharmacistForm());
  const { form } = await takeUp(token);
  await expect(takeUpInvitation({ actor: stranger(""), now: addMinutes(NOON, 61) }, form)).rejects.toMatchObject({
    code: "invitation_ended",
  });

  const late = await invite(admin, await pharmacistForm());
  await expect(takeUp(late.token, addMinutes(NOON, 72 * 60))).rejects.toMatchObject({ code: "invitation_ended" });
  const again = await transact({ actor: admin, now: NOON }, resetAccess, { accountId: late.id });
  await expect(takeUp(late.token)).rejects.toMatchObject({ code: "invitation_ended" });
  await takeUp(again.token);
  expect(await status(late.id)).toBe("active");

  const unwanted = await invite(admin, await pharmacistForm());
  await transact({ actor: admin, now: NOON }, revokeInvitation, { accountId: unwanted.id });
  await expect(takeUp(unwanted.token)).rejects.toMatchObject({ code: "invitation_ended" });
  await expect(transact({ actor: admin, now: NOON }, enableStaff, { accountId: unwanted.id })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("of two who open the same invitation at the same time, one gets the account", async () => {
  const { token } = await invite(await person("admin"), await pharmacistForm());
  const results = await Promise.allSettled([takeUp(token), takeUp(token)]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a staff number is given once; a wrong code or two different passwords take nothing up", async () => {
  const admin = await person("admin");
  const form = await pharmacistForm();
  const { id, token } = await invite(admin, form);
  await expect(invite(admin, form)).rejects.toMatchObject({ code: "staff_number_taken" });
  const wrong = { token, password: PASSWORD, repeated: "something else 1", code: "123456" };
  const run = { actor: stranger(""), now: NOON };
  await expect(takeUpInvitation(run, wrong)).rejects.toMatchObject({ code: "passwords_differ" });
  await expect(takeUpInvitation(run, { ...wrong, repeated: PASSWORD, code: "000000" })).rejects.toMatchObject({
    code: "code_wrong",
  });
  expect(await status(id)).toBe("invited");
});

test("a recovery code stands in for the authenticator, once, however it is typed", async () => {
  const form = await pharmacistForm();
  const { token } = await invite(await person("admin"), form);
  const { recoveryCodes } = await takeUp(token);
  const typed = (recoveryCodes[0] ?? "").toLowerCase().replace("-", " ");
  const now = addMinutes(NOON, 120);
  expect(await enter(form.staffNo, typed, now)).not.toBeNull();
  expect(await enter(form.staffNo, typed, now)).toBeNull();
  expect(await enter(form.staffNo, recoveryCodes[1] ?? "", now)).not.toBeNull();
  expect(await db().notice.count({ where: { kind: "recovery_code_used", path: "/security" } })).toBe(2);
});

test("a change of role ends what was open; nobody changes his own; a pharmacist needs a licence", async () => {
  const admin = await person("admin");
  const form = await pharmacistForm();
  const { id, token } = await invite(admin, form);
  const { recoveryCodes } = await takeUp(token);
  const opened = await enter(form.staffNo, recoveryCodes[0] ?? "", addMinutes(NOON, 61));
  const change = (accountId: string, role: "support" | "pharmacist") =>
    transact({ actor: admin, now: NOON }, changeRole, { accountId, role });
  await change(id, "support");
  expect(await findSession(opened?.sessionId ?? "", addMinutes(NOON, 62))).toBeNull();
  expect(await db().auditEvent.findFirst({ where: { subjectId: id, action: "staff.change_role" } })).toMatchObject({
    detail: { from: "pharmacist", to: "support" },
  });
  await expect(change(admin.accountId, "support")).rejects.toMatchObject({ code: "own_account" });
  await expect(change((await person("doctor")).accountId, "support")).rejects.toMatchObject({ code: "not_found" });
  const other = await invite(
    admin,
    InviteStaff.parse({ role: "support", staffNo: nextNo(), nameZh: "客服", nameEn: "Help" }),
  );
  await expect(change(other.id, "pharmacist")).rejects.toMatchObject({ code: "licence_missing" });
});

test("two administrators who shut each other out at the same time: one stays", async () => {
  await db().account.updateMany({ where: { role: "admin" }, data: { status: "disabled" } });
  const [one, two] = await Promise.all([person("admin"), person("admin")]);
  const disable = (actor: Person, accountId: string) => transact({ actor, now: NOON }, disableStaff, { accountId });
  const results = await Promise.allSettled([disable(one, two.accountId), disable(two, one.accountId)]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db().account.count({ where: { role: "admin", status: "active" } })).toBe(1);
});

test("R6: a renewed licence counts from the next request; one in the past stops its holder", async () => {
  const admin = await person("admin");
  const { id } = await invite(admin, await doctorForm());
  const renew = (licenceExpiresOn: string) =>
    transact({ actor: admin, now: NOON }, renewLicence, {
      accountId: id,
      certificateNo: "TEST-333333",
      licenceExpiresOn,
    });
  await renew("2026-11-22");
  expect(await db().doctor.findUniqueOrThrow({ where: { id } })).toMatchObject({ certificateNo: "TEST-333333" });
  await db().account.update({ where: { id }, data: { status: "active" } });
  const sessionId = crypto.randomUUID();
  await db().session.create({
    data: { id: sessionId, accountId: id, createdAt: NOON, lastSeenAt: NOON, expiresAt: addMinutes(NOON, 600) },
  });
  expect(await findSession(sessionId, NOON)).toMatchObject({ licensedUntil: new Date("2026-11-22T00:00:00.000Z") });
  await renew("2031-01-01");
  expect(await findSession(sessionId, NOON)).toMatchObject({ licensedUntil: new Date("2031-01-01T00:00:00.000Z") });
});

test("only administrators invite, change, renew and reset", async () => {
  const support = await person("support");
  await expect(invite(support, await pharmacistForm())).rejects.toMatchObject({ code: "forbidden" });
  const reset = transact({ actor: support, now: NOON }, resetAccess, { accountId: support.accountId });
  await expect(reset).rejects.toMatchObject({ code: "forbidden" });
});

import "server-only";
import { dateColumn } from "@/lib/domain/calendar";
import { requireExperience, requireLicence } from "@/lib/domain/licence";
import { searchable } from "@/lib/domain/searchable";
import type { InviteStaff } from "@/lib/domain/staff-input";
import { Refusal } from "@/lib/errors";
import { everyDay } from "./every-day";
import { newId } from "./id";
import { invite } from "./invitation";
import { digest } from "./seal";
import type { Work } from "./transact";

type Doctor = Extract<InviteStaff, { role: "doctor" }>;

/**
 * Adds a member of staff, who takes the account over by the invitation's link. Refusals: `staff_number_taken`,
 * `too_little_practice` (R6), `licence_expired`, `department_unknown`. Returns the token of the link, once.
 */
export async function addStaff(work: Work, input: InviteStaff): Promise<{ id: string; token: string }> {
  const licensedUntil = "licenceExpiresOn" in input ? dateColumn(input.licenceExpiresOn) : null;
  requireLicence({ licensedUntil }, work.now);
  if (input.role === "doctor") requireExperience(dateColumn(input.practisingSince), work.now);

  const id = newId();
  const loginDigest = digest("login", input.staffNo);
  const taken = await work.tx.account.count({ where: { loginDigest } });
  if (taken > 0) throw new Refusal("staff_number_taken", { fields: { staffNo: "staff_number_taken" } });
  const { role, staffNo, nameZh, nameEn } = input;
  await work.tx.account.create({
    data: { id, role, status: "invited", displayName: nameZh, loginDigest, createdAt: work.now },
    select: { id: true },
  });
  const certificateNo = "certificateNo" in input ? input.certificateNo : null;
  await work.tx.staff.create({
    data: { accountId: id, staffNo, nameZh, nameEn, certificateNo, licenceExpiresOn: licensedUntil },
    select: { accountId: true },
  });
  if (input.role === "doctor") await addDoctor(work, id, input);
  const token = await invite(work, id);
  work.audit({ action: "staff.invite", subjectType: "account", subjectId: id, detail: { role } });
  return { id, token };
}

/** The doctor's page, and the two services by text with their fees: what else is offered comes with the schedule. */
async function addDoctor(work: Work, id: string, input: Doctor): Promise<void> {
  const department = await work.tx.department.findFirst({
    where: { id: input.departmentId, isActive: true },
    select: { id: true },
  });
  if (!department) throw new Refusal("department_unknown", { fields: { departmentId: "choose_one" } });
  const { staffNo, nameZh, nameEn, title, certificateNo, scopeZh, scopeEn } = input;
  await work.tx.doctor.create({
    data: {
      ...{ id, departmentId: department.id, staffNo, nameZh, nameEn, title, certificateNo, scopeZh, scopeEn },
      ...{ specialtiesZh: scopeZh, specialtiesEn: scopeEn, introZh: "", introEn: "" },
      pinyin: searchable(nameZh),
      specialtiesPinyin: searchable(scopeZh),
      practisingSince: dateColumn(input.practisingSince),
    },
    select: { id: true },
  });
  const services = [
    ["consultation", input.consultationFeeFen],
    ["follow_up", input.followUpFeeFen],
  ] as const;
  const offerings = services.map(([service, feeFen]) => ({ id: newId(), doctorId: id, service, feeFen }));
  await work.tx.offering.createMany({ data: offerings.map((offering) => ({ ...offering, channel: "text" })) });
  await work.tx.weeklySession.createMany({
    data: offerings.flatMap(({ id: offeringId }) => everyDay(offeringId, input.placesPerDay)),
  });
}

import "server-only";
import type { Work } from "@/lib/db/transact";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { authorize } from "@/lib/domain/policy";
import type { RenewLicence } from "@/lib/domain/staff-input";
import { notFound } from "@/lib/errors";

/** A licence's number and last good day, as the paper says: a day in the past stops its holder at the next request. */
export async function renewLicence(work: Work, input: RenewLicence): Promise<void> {
  authorize(work.actor, "staff.renew_licence");
  const found = await work.tx.staff.findFirst({
    where: { accountId: input.accountId, account: { role: { in: ["doctor", "pharmacist", "head_pharmacist"] } } },
    select: { licenceExpiresOn: true, account: { select: { role: true } } },
  });
  if (!found) throw notFound();
  const { certificateNo } = input;
  await work.tx.staff.update({
    where: { accountId: input.accountId },
    data: { certificateNo, licenceExpiresOn: dateColumn(input.licenceExpiresOn) },
    select: { accountId: true },
  });
  if (found.account.role === "doctor")
    await work.tx.doctor.update({ where: { id: input.accountId }, data: { certificateNo }, select: { id: true } });
  work.audit({
    action: "staff.renew_licence",
    subjectType: "account",
    subjectId: input.accountId,
    detail: {
      from: found.licenceExpiresOn ? found.licenceExpiresOn.toISOString().slice(0, 10) : null,
      to: input.licenceExpiresOn,
      on: shanghaiDay(work.now),
    },
  });
}

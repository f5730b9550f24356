import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import { systemActor } from "@/lib/domain/actor";
import { InviteStaff } from "@/lib/domain/staff-input";
import { NOON, person } from "@/lib/testing/consultation";
import { foundHospital } from "./found";

const first = (staffNo: string) =>
  transact(
    { actor: systemActor("founding"), now: NOON },
    foundHospital,
    InviteStaff.parse({ role: "admin", staffNo, nameZh: "首位管理员", nameEn: "First Admin" }),
  );

test("an empty hospital gets its first administrator once, however many ask at the same moment; nobody else founds it", async () => {
  await expect(first("A900")).rejects.toMatchObject({ code: "admin_exists" });
  await db().account.updateMany({ where: { role: "admin" }, data: { status: "disabled" } });
  const tries = await Promise.allSettled([first("A901"), first("A902"), first("A903")]);
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const account = await db().account.findFirstOrThrow({ where: { role: "admin", status: "invited" } });
  expect(await db().invitation.findFirstOrThrow({ where: { accountId: account.id } })).toMatchObject({
    ...{ invitedById: account.id, acceptedAt: null },
  });
  await expect(first("A904")).rejects.toMatchObject({ code: "admin_exists" });
  const input = InviteStaff.parse({ role: "admin", staffNo: "A905", nameZh: "某某", nameEn: "Some One" });
  const admin = await person("admin");
  await expect(transact({ actor: admin, now: NOON }, foundHospital, input)).rejects.toMatchObject({
    code: "forbidden",
  });
});

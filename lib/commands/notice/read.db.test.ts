import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import type { ReadNotices } from "@/lib/domain/notice-input";
import { NOON, person } from "@/lib/testing/consultation";
import { readNotices } from "./read";

const read = (actor: Person, input: ReadNotices, now = NOON) => transact({ actor, now }, readNotices, input);
const unread = ({ accountId }: Person) => db().notice.count({ where: { accountId, readAt: null } });

async function notice({ accountId }: Person, at = NOON): Promise<string> {
  const id = newId();
  await db().notice.create({ data: { id, accountId, kind: "order_paid", params: {}, path: "/patient", at } });
  return id;
}

test("a notice that was opened is no longer unread, and keeps the time of its first reading", async () => {
  const reader = await person("doctor");
  const noticeId = await notice(reader);
  expect(await read(reader, { noticeId })).toEqual({ count: 1 });
  expect(await read(reader, { noticeId }, addMinutes(NOON, 5))).toEqual({ count: 0 });
  expect(await db().notice.findUnique({ where: { id: noticeId } })).toMatchObject({ readAt: NOON });
  expect(await db().auditEvent.findFirst({ where: { subjectId: reader.accountId } })).toMatchObject({
    ...{ action: "notice.read", detail: { count: 1 } },
  });
});

test("all that were listed are read at once; one that came meanwhile stays unread", async () => {
  const reader = await person("patient");
  await notice(reader);
  await notice(reader, addMinutes(NOON, -60));
  await notice(reader, addMinutes(NOON, 1));
  expect(await read(reader, { until: NOON.toISOString() }, addMinutes(NOON, 2))).toEqual({ count: 2 });
  expect(await unread(reader)).toBe(1);
});

test("nobody reads another's notices", async () => {
  const [owner, stranger] = [await person("patient"), await person("patient")];
  const noticeId = await notice(owner);
  await expect(read(stranger, { noticeId })).rejects.toMatchObject({ code: "not_found" });
  expect(await read(stranger, { until: NOON.toISOString() })).toEqual({ count: 0 });
  expect(await unread(owner)).toBe(1);
});

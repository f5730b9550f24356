import "server-only";
import { db } from "@/lib/db/client";
import { addDays, addMinutes, dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { ASK_AGAIN_HOURS, ASKED_DAYS } from "@/lib/domain/test-order";

const AT_ONCE = 50;

/** People with a linked card and an open test, whose record was not asked for it within the last hours; they count as asked from now on. */
export const peopleToAskFor = (now: Date): Promise<{ patientId: string }[]> => db().$queryRaw`
  WITH due AS (
    SELECT DISTINCT t."patientId" FROM "TestOrder" t JOIN "HealthCard" c ON c."patientId" = t."patientId" AND c."unlinkedAt" IS NULL
    WHERE t."status" = 'ordered' AND t."dueOn" >= ${dateColumn(shanghaiDay(addDays(now, -ASKED_DAYS)))}::date
      AND (t."askedAt" IS NULL OR t."askedAt" < ${addMinutes(now, -60 * ASK_AGAIN_HOURS)})
    LIMIT ${AT_ONCE}
  ), asked AS (
    UPDATE "TestOrder" t SET "askedAt" = ${now} FROM due WHERE t."patientId" = due."patientId" AND t."status" = 'ordered'
  )
  SELECT "patientId" FROM due`;

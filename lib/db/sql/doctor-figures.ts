import "server-only";
import { addDays } from "@/lib/domain/calendar";
import { db } from "../client";

/** The answers of so many days count. */
const DAYS = 90;

/** Counts every doctor's ratings and the median time from payment to the first answer anew, in one statement. Returns how many doctors. */
export const countFigures = (now: Date): Promise<number> =>
  db().$executeRaw`
    INSERT INTO "DoctorFigures" AS f ("doctorId", "ratingCount", "ratingSum", "answered", "medianAnswerSeconds", "refreshedAt")
    SELECT d."id", COALESCE(r."count", 0), COALESCE(r."sum", 0), COALESCE(a."count", 0), a."median", ${now}
    FROM "Doctor" d
    LEFT JOIN (SELECT "doctorId", count(*)::int AS "count", sum("stars")::int AS "sum" FROM "ConsultationRating" GROUP BY 1) r ON r."doctorId" = d."id"
    LEFT JOIN (
      SELECT "doctorId", count(*)::int AS "count",
        round(percentile_cont(0.5) WITHIN GROUP (ORDER BY EXTRACT(epoch FROM "firstReplyAt" - "paidAt")))::int AS "median"
      FROM "Consultation" WHERE "firstReplyAt" IS NOT NULL AND "paidAt" > ${addDays(now, -DAYS)} AND "paidAt" <= ${now} GROUP BY 1
    ) a ON a."doctorId" = d."id"
    ON CONFLICT ("doctorId") DO UPDATE SET "ratingCount" = EXCLUDED."ratingCount", "ratingSum" = EXCLUDED."ratingSum",
      "answered" = EXCLUDED."answered", "medianAnswerSeconds" = EXCLUDED."medianAnswerSeconds", "refreshedAt" = EXCLUDED."refreshedAt"
    WHERE (f."ratingCount", f."ratingSum", f."answered", f."medianAnswerSeconds")
      IS DISTINCT FROM (EXCLUDED."ratingCount", EXCLUDED."ratingSum", EXCLUDED."answered", EXCLUDED."medianAnswerSeconds")`;

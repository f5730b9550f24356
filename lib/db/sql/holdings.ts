import "server-only";
import { consultationMachine } from "@/lib/domain/consultation";
import { orderMachine } from "@/lib/domain/order";
import { prescriptionMachine } from "@/lib/domain/prescription";
import type { Holdings, KeptKind } from "@/lib/domain/retention";
import type { Tx } from "../client";

interface Row {
  counts: Holdings["counts"];
  tallies: Partial<Record<KeptKind, { count: number; first: string | null; last: string | null }>>;
  isLinked: boolean;
  isShared: boolean;
  isFree: boolean;
  isUnderWay: boolean;
  otherPeople: number;
}

/** What is there about a person whom an account acts for. */
export interface Held extends Holdings {
  readonly isLinked: boolean;
  /** Something of the person is still under way in this account: it is settled first. */
  readonly isUnderWay: boolean;
  /** How many others the account acts for. */
  readonly otherPeople: number;
}

const openConsultations = consultationMachine.states.filter((state) => !consultationMachine.isFinal(state));
const openPrescriptions = prescriptionMachine.states.filter((state) => !prescriptionMachine.isFinal(state));
const openOrders = orderMachine.states.filter((state) => !orderMachine.isFinal(state));

/** Counts in one statement what there is about a person, for one account. An unpaid booking that lapsed is no treatment. */
export async function holdings(tx: Pick<Tx, "$queryRaw">, accountId: string, patientId: string): Promise<Held> {
  const [row] = await tx.$queryRaw<Row[]>`
    WITH talks AS (
      SELECT "id", "status"::text, COALESCE("closedAt", "createdAt") AS "at", "paidAt" FROM "Consultation"
      WHERE "patientId" = ${patientId}::uuid AND "accountId" = ${accountId}::uuid
    ), scripts AS (
      SELECT "id", "status"::text, COALESCE("submittedAt", "createdAt") AS "at" FROM "Prescription"
      WHERE "patientId" = ${patientId}::uuid AND "accountId" = ${accountId}::uuid
    ), bought AS (
      SELECT "id", "status"::text, COALESCE("completedAt", "paidAt") AS "at" FROM "Order"
      WHERE "patientId" = ${patientId}::uuid AND "accountId" = ${accountId}::uuid
    ), paid AS (
      SELECT p."id", GREATEST(p."settledAt", b."at") AS "at" FROM "Payment" p
      LEFT JOIN bought b ON b."id" = p."orderId"
      WHERE p."consultationId" IN (SELECT "id" FROM talks) OR p."orderId" IN (SELECT "id" FROM bought)
    ), kept ("kind", "at") AS (
      SELECT 'record', "at" FROM talks WHERE "paidAt" IS NOT NULL
      UNION ALL SELECT 'conversation', m."createdAt" FROM "Message" m WHERE m."consultationId" IN (SELECT "id" FROM talks)
      UNION ALL SELECT 'prescription', "at" FROM scripts WHERE "status" <> 'draft'
      UNION ALL SELECT 'sale', "at" FROM paid WHERE "at" IS NOT NULL
      UNION ALL SELECT 'consent', GREATEST(c."agreedAt", c."withdrawnAt") FROM "Consent" c
        WHERE c."patientId" = ${patientId}::uuid AND c."accountId" = ${accountId}::uuid
    ), tally AS (
      SELECT "kind", count(*) AS "count", min("at") AS "first", max("at") AS "last" FROM kept GROUP BY "kind"
    ), thing AS (
      SELECT "id" FROM talks UNION ALL SELECT "id" FROM scripts UNION ALL SELECT "id" FROM bought UNION ALL SELECT "id" FROM paid
      UNION ALL SELECT ${patientId}::uuid
    ), draft AS (
      SELECT "id", "pictureIds" FROM "BookingDraft"
      WHERE "patientId" = ${patientId}::uuid AND "accountId" = ${accountId}::uuid
    ), link AS (
      SELECT "accountId", "patientId" FROM "PatientLink" WHERE "endedAt" IS NULL
        AND ("patientId" = ${patientId}::uuid OR "accountId" = ${accountId}::uuid)
    )
    SELECT
      jsonb_build_object(
        'record', (SELECT count(*) FROM "RecordEntry" WHERE "patientId" = ${patientId}::uuid),
        'card', (SELECT count(*) FROM "HealthCard" WHERE "patientId" = ${patientId}::uuid),
        'draft', (SELECT count(*) FROM draft),
        'picture', (SELECT count(*) FROM "File" f WHERE f."ownerId" = ${accountId}::uuid AND f."consultationId" IS NULL
          AND f."id" IN (SELECT unnest("pictureIds") FROM draft)),
        'notice', (SELECT count(*) FROM "Notice" n WHERE n."accountId" = ${accountId}::uuid
          AND EXISTS (SELECT FROM thing WHERE position(thing."id"::text IN n."path") > 0))
      ) AS "counts",
      (SELECT COALESCE(jsonb_object_agg("kind", jsonb_build_object('count', "count", 'first', "first", 'last', "last")), '{}')
        FROM tally) AS "tallies",
      EXISTS (SELECT FROM link WHERE "accountId" = ${accountId}::uuid AND "patientId" = ${patientId}::uuid) AS "isLinked",
      EXISTS (SELECT FROM link WHERE "accountId" <> ${accountId}::uuid) AS "isShared",
      NOT EXISTS (SELECT FROM "Consultation" WHERE "patientId" = ${patientId}::uuid)
        AND NOT EXISTS (SELECT FROM "Consent" WHERE "patientId" = ${patientId}::uuid) AS "isFree",
      EXISTS (SELECT FROM talks WHERE "status" = ANY(${openConsultations}))
        OR EXISTS (SELECT FROM scripts WHERE "status" = ANY(${openPrescriptions}))
        OR EXISTS (SELECT FROM bought WHERE "status" = ANY(${openOrders}))
        OR EXISTS (SELECT FROM "ServiceRequest" r WHERE r."orderId" IN (SELECT "id" FROM bought) AND r."status" <> 'resolved')
        OR EXISTS (SELECT FROM "Refund" r WHERE r."paymentId" IN (SELECT "id" FROM paid) AND r."status" = 'pending') AS "isUnderWay",
      (SELECT count(*)::int FROM link WHERE "accountId" = ${accountId}::uuid AND "patientId" <> ${patientId}::uuid) AS "otherPeople"`;
  if (!row) throw new Error("a statement without FROM gave no row");
  const { tallies, ...held } = row;
  return {
    ...held,
    tallies: Object.fromEntries(
      Object.entries(tallies).flatMap(([kind, { count, first, last }]) =>
        first && last ? [[kind, { count, firstAt: new Date(first), lastAt: new Date(last) }]] : [],
      ),
    ),
  };
}

import "server-only";
import { db } from "@/lib/db/client";
import { liveConsents } from "@/lib/db/consents";
import { unseal } from "@/lib/db/seal";
import { findOfferingToBook } from "@/lib/db/sql/offering";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { INTAKE_TEXT } from "@/lib/domain/booking-limits";
import { isUnderFourteen } from "@/lib/domain/consent";
import { consultationMachine } from "@/lib/domain/consultation";
import { DraftFields } from "@/lib/domain/draft-input";
import { barredVisits, checkAge, needsGuardian, qualifyForFollowUp, qualifyingVisits } from "@/lib/domain/eligibility";
import { intakeAsked } from "@/lib/domain/intake";
import { recordPanel } from "@/lib/domain/record-panel";
import { visitsOf } from "@/lib/domain/visit";
import { Refusal } from "@/lib/errors";
import { stillNeeded } from "./consents";

const openStates = consultationMachine.states.filter((state) => !consultationMachine.isFinal(state));

/** Of the visits that a follow-up cannot start from, so many are shown with the reason. */
const MOST_BARRED = 5;

const findPeople = (actor: Person, now: Date, chosenId: string | undefined, offeringId: string) =>
  db().patientLink.findMany({
    where: { accountId: actor.accountId, endedAt: null },
    orderBy: { createdAt: "asc" },
    select: {
      relation: true,
      patient: {
        select: {
          id: true,
          name: true,
          sex: true,
          birthDate: true,
          recordFetchedAt: true,
          consents: liveConsents(actor, now),
          cards: { where: { unlinkedAt: null }, select: { id: true }, take: 1 },
          consultations: {
            where: { status: { in: openStates }, doctor: { offerings: { some: { id: offeringId } } } },
            select: { id: true, accountId: true, service: true },
          },
          drafts: {
            where: { accountId: actor.accountId, offeringId },
            select: { version: true, updatedAt: true, content: true, pictureIds: true },
          },
          // Of the chosen person alone: the others' records are nobody's business here.
          record: {
            where: {
              kind: { in: ["encounter", "condition", "allergy", "medication"] },
              patientId: chosenId ?? "00000000-0000-0000-0000-000000000000",
            },
            select: {
              kind: true,
              fhirId: true,
              occurredAt: true,
              display: true,
              mappedCode: true,
              isActive: true,
              detail: true,
            },
          },
        },
      },
    },
  });

/**
 * Everything the booking page shows: the offering with its places and the consent in force; my people; for the chosen one, the
 * visits that a follow-up may start from, or the refusal that says why there is none. Null where it is not offered.
 */
export async function bookingDesk(actor: Person, now: Date, offeringId: string, chosenId: string | undefined) {
  const [offering, links] = await Promise.all([
    findOfferingToBook(offeringId, now),
    findPeople(actor, now, chosenId, offeringId),
  ]);
  if (!offering) return null;
  const people = links.map(
    ({ relation, patient: { cards, record: _, consultations: __, consents: ___, drafts: ____, ...patient } }) => ({
      ...patient,
      relation,
      isLinked: cards.length > 0,
    }),
  );
  const chosen = links.find(({ patient }) => patient.id === chosenId)?.patient;
  if (!chosen) return { offering, people, applicant: null };

  // Without consent nothing of the record is read (R31).
  const missing = await stillNeeded("booking", chosen, now);
  const open = chosen.consultations.find(({ service }) => service === offering.service);
  const isFollowUp = offering.service === "follow_up";
  const isLinked = chosen.cards.length > 0;
  const visits = isFollowUp && isLinked && missing.length === 0 ? visitsOf(chosen.record) : [];
  if (missing.length === 0 && chosen.record.length > 0)
    await recordView(actor, now, {
      action: "record.view",
      subjectType: "patient",
      subjectId: chosen.id,
      patientId: chosen.id,
    });
  return {
    offering,
    people,
    applicant: {
      id: chosen.id,
      name: chosen.name,
      recordFetchedAt: chosen.recordFetchedAt,
      isLinked,
      isChild: isUnderFourteen(chosen.birthDate, now),
      missing,
      needsGuardian: needsGuardian(chosen.birthDate, now),
      intake: {
        asked: intakeAsked({ ...chosen, service: offering.service }, now),
        known: knownOf(missing.length === 0 ? chosen.record : []),
      },
      draft: keptOf(chosen.drafts[0]),
      visits: qualifyingVisits(visits, offering, now),
      barred: barredVisits(visits, offering, now).slice(0, MOST_BARRED),
      /** What this person has under way with the doctor already, where the reader may open it. */
      openConsultationId: open?.accountId === actor.accountId ? open.id : null,
      refusal: refusalFor(() => {
        if (open) throw new Refusal("already_booked");
        if (!offering.isAccepting) throw new Refusal("doctor_not_accepting");
        if (offering.placesLeft <= 0) throw new Refusal("no_place_left");
        checkAge(chosen.birthDate, offering, now);
        if (isFollowUp && missing.length === 0)
          qualifyForFollowUp({ isLinked, visits, chosenVisit: undefined, policy: offering, now });
      }),
    },
  };
}

/** As many whole lines as the field holds. */
const fitting = (lines: readonly string[]) =>
  lines.reduce((text, line) => {
    const longer = text ? `${text}\n${line}` : line;
    return longer.length > INTAKE_TEXT ? text : longer;
  }, "");

/** What the record says already, a line each, for the person to check. */
function knownOf(record: Parameters<typeof recordPanel>[0]) {
  const { allergies, running } = recordPanel(record);
  return {
    allergies: fitting(allergies.map(({ display, reactions }) => [display, ...reactions].join(" · "))),
    medicines: fitting(running.map(({ display, dosage }) => [display, dosage].filter(Boolean).join(" · "))),
  };
}

/** What was typed of it before and not sent; null where nothing is kept, or what is kept cannot be read any more. */
function keptOf(draft: { version: number; updatedAt: Date; content: string; pictureIds: string[] } | undefined) {
  if (!draft) return null;
  const { version, updatedAt, pictureIds } = draft;
  const fields = DraftFields.safeParse(JSON.parse(unseal(draft.content)));
  return fields.success ? { version, savedAt: updatedAt, fields: fields.data, pictureIds } : null;
}

function refusalFor(check: () => void): Refusal | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

export type BookingDesk = NonNullable<Awaited<ReturnType<typeof bookingDesk>>>;

import "server-only";
import { bookableChannels } from "@/lib/domain/booking-limits";
import { liveConsents } from "./consents";
import { scope } from "./scope";
import type { Work } from "./transact";

/** What is offered, with what the booking's rules need to know of the doctor and the department; null where it is not (or no longer) offered. */
export const findOffering = (work: Work, id: string) =>
  work.tx.offering.findFirst({
    where: { id, isActive: true, feeFen: { gt: 0 }, channel: { in: [...bookableChannels] } },
    select: {
      id: true,
      service: true,
      channel: true,
      feeFen: true,
      turnLimit: true,
      doctor: {
        select: {
          id: true,
          isAccepting: true,
          account: { select: { status: true, staff: { select: { licenceExpiresOn: true } } } },
          department: {
            select: {
              id: true,
              isActive: true,
              redFlagIds: true,
              minAgeMonths: true,
              maxAgeMonths: true,
              recordWindowDays: true,
              commonConditions: true,
              hardConditions: true,
            },
          },
        },
      },
    },
  });

/** The person it is for, in the account's scope, with what was agreed to and the visits and conditions on record. */
export const findApplicant = (work: Work, id: string) =>
  work.tx.patient.findFirst({
    where: { AND: [{ id }, scope.patient(work.actor)] },
    select: {
      ...{ id: true, sex: true, birthDate: true, consents: liveConsents(work.actor, work.now) },
      recordFetchedAt: true,
      cards: { where: { unlinkedAt: null }, select: { id: true }, take: 1 },
      record: {
        where: { kind: { in: ["encounter", "condition"] } },
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
  });

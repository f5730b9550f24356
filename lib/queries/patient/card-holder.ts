import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import type { Person } from "@/lib/domain/actor";

/** The name of one of my people, for whom a card is scanned; null where there is none. */
export const cardHolder = (actor: Person, patientId: string) =>
  db().patient.findFirst({
    where: { AND: [{ id: patientId }, scope.patient(actor)] },
    select: { id: true, name: true },
  });

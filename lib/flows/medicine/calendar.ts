import "server-only";
import type { Run } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { amountText } from "@/lib/domain/dose";
import type { OpenCalendar } from "@/lib/domain/medicines-input";
import { notFound } from "@/lib/errors";
import { calendarFile } from "@/lib/gateways/calendar-file";
import { medicinesOf } from "@/lib/queries/patient/medicines";

/** The doses of one of my people as a calendar file. Throws `not_found` for anybody else, or where nothing is taken. */
export async function openCalendar(run: Run, { patientId }: OpenCalendar): Promise<Response> {
  const actor = asPerson(run.actor);
  const person = (await medicinesOf(actor, run.now)).find(({ id }) => id === patientId);
  if (!person || person.running.length === 0) throw notFound();
  const courses = person.running.map((course) => {
    const name = actor.locale === "en" ? course.medicine.nameEn : course.medicine.nameZh;
    const summary = `${name} ${amountText(course.dose, course.doseUnit, actor.locale)}`;
    return { id: course.itemId, summary, course };
  });
  return new Response(calendarFile(person.name, courses), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'attachment; filename="medicines.ics"',
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

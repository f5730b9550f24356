import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Bundle, BundleEntry, Encounter, Patient, Resource } from "@medplum/fhirtypes";
import { addDays, daysBetween, shanghaiDay, shiftDates } from "./days";
import { HEALTH_CARD_SYSTEM, isIdentified, numberOf, withNumbers } from "./identifiers";
import { ownPeople } from "./people";
import { type Person, personOf } from "./person";

/** The hospital's own bundles: the records of `ownPeople`. */
export const ownBundlesFolder = join(import.meta.dirname, "bundles");

const USUAL_DAYS_AGO = 3;
/**
 * Somebody whose file has no ID number is as old as at their last visit, on this day. A fixed one: a birth date that moved
 * with today would change the ID number overnight, and nobody who linked a card could be found again.
 */
const AGES_HOLD_ON = "2026-11-20";

/** A bundle ready to be loaded. One without a patient (Synthea writes such for hospitals) is nobody's and keeps its dates. */
export interface Dossier {
  bundle: Bundle;
  person?: Person;
}

/** Everybody in a folder's bundles, as they will be found when the server starts `today`. Starts nothing. */
export const peopleIn = async (folder: string, today = new Date()): Promise<Person[]> =>
  (await dossiersIn(folder, today)).flatMap(({ person }) => person ?? []);

/** Every `*.json` of a folder, by name. Rejects with a sentence that names the file which is no transaction bundle. */
export async function dossiersIn(folder: string, today: Date): Promise<Dossier[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json")).sort();
  return Promise.all(files.map(async (file) => dossierOf(await readBundle(join(folder, file)), today)));
}

async function readBundle(path: string): Promise<Bundle> {
  const source = await readFile(path, "utf8");
  try {
    const bundle: Bundle = JSON.parse(source);
    if (bundle.resourceType === "Bundle" && ["transaction", "batch"].includes(bundle.type)) return bundle;
  } catch {}
  throw new Error(`${path} is not a FHIR transaction bundle.`);
}

/** The bundle with its person's numbers added, and all dates moved by one offset of whole days. */
export function dossierOf(bundle: Bundle, today: Date): Dossier {
  const entries = (bundle.entry ?? []).flatMap(({ fullUrl, resource }) =>
    resource ? [{ fullUrl, resource: withLogicalId(resource, fullUrl) }] : [],
  );
  const record = entries.map(({ resource }) => resource);
  const patient = record.find((resource) => resource.resourceType === "Patient");
  if (!patient) return { bundle: asUpdates(entries) };

  const lastVisit = visitsIn(record).at(-1);
  const known = withNumbers(isIdentified(patient) ? patient : ofTheSameAge(patient, lastVisit?.day));
  const card = numberOf(known, HEALTH_CARD_SYSTEM);
  const daysAgo = ownPeople.find(({ cardNumber }) => cardNumber === card)?.lastVisitDaysAgo ?? USUAL_DAYS_AGO;
  const days = lastVisit ? daysBetween(lastVisit.day, shanghaiDay(today)) - daysAgo : 0;

  const identified = entries.map((entry) => (entry.resource === patient ? { ...entry, resource: known } : entry));
  const lastVisitDaysAgo = lastVisit ? daysAgo : null;
  const department = lastVisit?.encounter.serviceType?.coding?.[0]?.code ?? null;
  return {
    bundle: asUpdates(shiftDates(identified, days)),
    person: { ...personOf(known, record), lastVisitDaysAgo, department },
  };
}

type Entry = { fullUrl?: string; resource: Resource };

const withLogicalId = (resource: Resource, fullUrl?: string): Resource => ({
  ...resource,
  id: resource.id ?? fullUrl?.split(/[:/]/).at(-1),
});

/** Under the ids of the file: they must be the same after every start, for others remember them. */
function asUpdates(entries: Entry[]): Bundle {
  const entry = entries.map(({ fullUrl, resource }): BundleEntry => {
    const url = `${resource.resourceType}/${resource.id}`;
    return { fullUrl, resource, request: { method: "PUT", url } };
  });
  return { resourceType: "Bundle", type: "transaction", entry };
}

/** The visits that took place, the last one last, each with the day in Asia/Shanghai on which it ended. */
function visitsIn(record: Resource[]): { encounter: Encounter; day: string }[] {
  return record
    .filter((resource) => resource.resourceType === "Encounter")
    .filter(({ status }) => status !== "planned" && status !== "cancelled" && status !== "entered-in-error")
    .flatMap((encounter) => {
      const at = encounter.period?.end ?? encounter.period?.start;
      return at ? [{ encounter, at: new Date(at) }] : [];
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ encounter, at }) => ({ encounter, day: shanghaiDay(at) }));
}

function ofTheSameAge(patient: Patient, lastVisit: string | undefined): Patient {
  const { birthDate } = patient;
  if (!lastVisit || !birthDate) return patient;
  return { ...patient, birthDate: addDays(birthDate, daysBetween(lastVisit, AGES_HOLD_ON)) };
}

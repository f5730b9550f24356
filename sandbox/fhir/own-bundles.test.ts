import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validateResource } from "@medplum/core";
import type { Bundle, Encounter, Resource } from "@medplum/fhirtypes";
import { describe, expect, test } from "vitest";
import { departments } from "../../prisma/seed/data/departments";
import { addDays } from "./days";
import { indexDefinitions, isServedType } from "./definitions";
import { dossierOf, ownBundlesFolder, peopleIn } from "./dossiers";
import { residentIdCheck } from "./identifiers";
import { ownPeople } from "./people";

indexDefinitions();
const bundleIn = (file: string): Bundle => JSON.parse(readFileSync(join(ownBundlesFolder, file), "utf8"));
const resourcesIn = (bundle: Bundle): Resource[] => (bundle.entry ?? []).flatMap(({ resource }) => resource ?? []);
const keyOf = ({ resourceType, id }: Resource) => `${resourceType}/${id}`;
const all = ownPeople.flatMap(({ file }) => resourcesIn(bundleIn(file)));

test("every bundle belongs to a person, and every person has one", () => {
  expect(readdirSync(ownBundlesFolder).sort()).toEqual(ownPeople.map(({ file }) => file).sort());
});

test("what is said of our people is what their records say", async () => {
  const said = ownPeople.map(({ file: _file, why: _why, ...person }) => person);
  const found = await peopleIn(ownBundlesFolder);
  const byCard = new Map(found.map((person) => [person.cardNumber, person]));
  for (const person of said) expect(byCard.get(person.cardNumber)).toMatchObject(person);
});

test("no two things of the hospital have one id, nor two people one number", () => {
  expect(new Set(all.map(keyOf)).size).toBe(all.length);
  for (const key of ["idNumber", "cardNumber"] as const)
    expect(new Set(ownPeople.map((person) => person[key])).size).toBe(ownPeople.length);
});

test("ID numbers are well formed, say who the person is, and cannot be anybody's", () => {
  for (const { idNumber, birthDate, sex } of ownPeople.filter(({ idType }) => idType === "resident_id")) {
    expect(idNumber).toMatch(/^990000\d{11}[\dX]$/);
    expect(idNumber.at(17)).toBe(residentIdCheck(idNumber.slice(0, 17)));
    expect(idNumber.slice(6, 14)).toBe(birthDate.replaceAll("-", ""));
    expect(Number(idNumber[16]) % 2).toBe(sex === "male" ? 1 : 0);
  }
});

test("the check character is that of the standard's own examples", () => {
  expect(residentIdCheck("11010519491231002")).toBe("X");
  expect(residentIdCheck("44052418800101001")).toBe("4");
});

describe.each(ownPeople.map(({ file }) => file))("%s", (file) => {
  const bundle = bundleIn(file);
  const resources = resourcesIn(bundle);

  test("is FHIR R4 that this server can hold", () => {
    for (const resource of resources) {
      expect(isServedType(resource.resourceType), resource.resourceType).toBe(true);
      expect(() => validateResource(resource), keyOf(resource)).not.toThrow();
      expect(resource.id).toMatch(/^[A-Za-z0-9.-]{1,64}$/);
    }
  });

  test("refers to nothing that is not in it", () => {
    const keys = new Set(resources.map(keyOf));
    const references = [...JSON.stringify(bundle).matchAll(/"reference":\s*"([^"]+)"/g)].map(([, to]) => to);
    expect(references.filter((to) => !keys.has(to ?? ""))).toEqual([]);
  });

  test("names departments of the hospital, and a diagnosis for every visit but check-ups", () => {
    const codes = new Set<string>(departments.map(({ code }) => code));
    for (const encounter of resources.filter((one): one is Encounter => one.resourceType === "Encounter")) {
      expect(codes).toContain(encounter.serviceType?.coding?.[0]?.code);
      if (encounter.type?.[0]?.text !== "儿童保健") expect(encounter.diagnosis).not.toBe(undefined);
    }
  });

  test("lies wholly in the past, whatever the day: only a delivery is still to come", () => {
    const today = "2027-03-01";
    const { bundle: moved } = dossierOf(bundle, new Date(`${today}T02:00:00Z`));
    const dates = resourcesIn(moved).flatMap((resource) =>
      [...JSON.stringify(resource).matchAll(/"(\w+)":"(\d{4}-\d{2}-\d{2})/g)].flatMap(([, key, day = ""]) =>
        key === "valueDateTime" ? [] : day,
      ),
    );
    expect(dates.filter((day) => day >= today)).toEqual([]);
    const visits = resourcesIn(moved).filter((one): one is Encounter => one.resourceType === "Encounter");
    const daysAgo = ownPeople.find((person) => person.file === file)?.lastVisitDaysAgo ?? null;
    const last = visits.map(({ period }) => period?.end?.slice(0, 10)).sort();
    expect(last.at(-1)).toBe(daysAgo === null ? undefined : addDays(today, -daysAgo));
  });
});

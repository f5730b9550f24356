import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type AuditLine, accessEntries, whoOf } from "./access-log";
import { consultationMachine } from "./consultation";
import { orderMachine } from "./order";
import { requestMachine } from "./service-request";

const NOON = new Date("2026-11-23T04:00:00.000Z");
const minutesBefore = (minutes: number) => new Date(NOON.getTime() - minutes * 60_000);

const line = (more: Partial<AuditLine> = {}): AuditLine => ({
  ...{ id: "9", at: NOON, role: "doctor", isYou: false, staff: { nameZh: "王医生", nameEn: "Dr Wang" } },
  ...{ action: "consultation.view", isAllowed: true },
  occasion: { kind: "consultation", number: "C26112300000001", isOwn: true },
  ...more,
});

test.each([
  ["the reader", { isYou: true, role: "patient", staff: null }, { kind: "you" }],
  ["another account of the family", { role: "patient", staff: null }, { kind: "family" }],
  ["a deadline", { role: "system:deadlines", staff: null }, { kind: "system" }],
  ["a doctor", {}, { kind: "staff", role: "doctor", nameZh: "王医生", nameEn: "Dr Wang" }],
] as const)("R31: the list says that it was %s", (_, more, who) => {
  expect(whoOf(line(more))).toEqual(who);
});

test("R31: a screen that was opened again within the hour stands there once, with its times", () => {
  const entries = accessEntries([
    line({ id: "4" }),
    line({ id: "3", at: minutesBefore(59) }),
    line({ id: "2", at: minutesBefore(120) }),
    line({ id: "1", at: minutesBefore(121), action: "prescription.prescribe" }),
  ]);
  expect(entries.map(({ id, times, firstAt }) => [id, times, firstAt])).toEqual([
    ["4", 2, minutesBefore(59)],
    ["2", 1, minutesBefore(120)],
    ["1", 1, minutesBefore(121)],
  ]);
});

test("R31: of what another account of the family holds only the kind is told", () => {
  const [entry] = accessEntries([line({ occasion: { kind: "order", number: "O26112300000001", isOwn: false } })]);
  expect(entry?.reason).toEqual({ kind: "order", number: null });
});

/** Every action that the code writes down about a patient: those named, and those put together from a machine's events. */
function actionsAboutPatients(): string[] {
  const events: Record<string, readonly string[]> = {
    consultation: consultationMachine.events,
    order: orderMachine.events,
    request: requestMachine.events,
    prescription: ["revise", "double_sign"],
    invoice: ["issued", "refused"],
  };
  const found = globSync("lib/{auth,commands,db,flows,queries}/**/*.ts")
    .filter((file) => !file.endsWith(".test.ts"))
    .flatMap((file) => {
      const source = readFileSync(file, "utf8");
      if (!/patientId/.test(source)) return [];
      const named = [...source.matchAll(/action: "([a-z_]+\.[a-z_]+)"/g)].map(([, action = ""]) => action);
      const chosen = [...source.matchAll(/action: [^`,\n]*\? "([a-z_.]+)" : "([a-z_.]+)"/g)].flatMap((m) => m.slice(1));
      const decided = [...source.matchAll(/verb: "([a-z_]+\.[a-z_]+)"/g)].map(([, verb = ""]) => verb);
      const composed = [...source.matchAll(/action: `([a-z]+)\.\$\{/g)].flatMap(([, noun = ""]) => {
        const known = events[noun];
        if (!known)
          throw new Error(`${file} puts the action's name together from ${noun}, whose events are not listed here`);
        return known.map((event) => `${noun}.${event}`);
      });
      return [...named, ...chosen, ...decided, ...composed];
    });
  return [...new Set(found)].sort();
}

/** Nobody's record is touched by these. */
const aboutNobody = new Set([
  "realtime.join",
  "file.upload",
  "prescription.claim",
  "prescription.release",
  "stock.recall",
]);

test("R31: whatever the audit says about a patient, the patient reads in both languages", () => {
  const actions = actionsAboutPatients();
  expect(actions.length).toBeGreaterThan(40);
  for (const locale of ["zh-CN", "en"]) {
    const { deeds } = JSON.parse(readFileSync(`lib/i18n/messages/${locale}/privacy.json`, "utf8"));
    const silent = actions.filter((action) => {
      const [noun = "", verb = ""] = action.split(".");
      return !aboutNobody.has(action) && typeof deeds[noun]?.[verb] !== "string";
    });
    expect(silent, locale).toEqual([]);
  }
});

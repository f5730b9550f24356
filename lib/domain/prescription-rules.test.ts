import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { roles } from "./actor";
import { endOfDay } from "./calendar";
import { policy, requireOtherPerson } from "./policy";
import { type PrescriptionEvent, prescriptionMachine } from "./prescription";
import { citation, type RuleId } from "./rules";

const cited = (rule: RuleId) => `${rule} (${citation(rule, "en").text})`;
const sources = globSync("{lib,app,components}/**/*.{ts,tsx}")
  .filter((file) => !/\.test\.tsx?$|lib\/db\/generated|lib\/testing/.test(file))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));
const filesWith = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

describe(`${cited("R11")}: no path by which generated text becomes a prescription`, () => {
  test("a version is written in one place alone, by the three commands of the attending doctor", () => {
    expect(filesWith(/INSERT INTO "PrescriptionVersion"|prescriptionVersion\.create/)).toEqual([
      "lib/db/sign-version.ts",
    ]);
    expect(filesWith(/await signVersion\(/).toSorted()).toEqual([
      ...["lib/commands/prescription/prescribe.ts", "lib/db/returned-prescription.ts"],
    ]);
    expect(filesWith(/return resubmit\(/).toSorted()).toEqual([
      ...["lib/commands/prescription/double-sign.ts", "lib/commands/prescription/revise.ts"],
    ]);
  });

  test.each(["prescription.prescribe", "prescription.revise", "prescription.double_sign"] as const)(
    "%s is a doctor's alone: no job, no other role, no stranger",
    (verb) => expect(policy[verb]).toEqual(["doctor"]),
  );

  test("what signs is a key that the doctor's own PIN opens, at the moment of signing", () => {
    for (const file of ["lib/commands/prescription/prescribe.ts", "lib/db/returned-prescription.ts"])
      expect(readFileSync(file, "utf8")).toMatch(/openSigner|\.pin\b|\bpin\b/);
  });

  test("the application depends on nothing that writes text by itself, and its server calls no such thing", () => {
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
    const writers =
      /openai|anthropic|langchain|llama|mistral|cohere|gemini|generative|transformers|\bai\b|ai-sdk|qwen|deepseek/i;
    expect(Object.keys(dependencies).filter((name) => writers.test(name))).toEqual([]);
    expect(filesWith(/from "(?:openai|ai|@ai-sdk|@anthropic-ai|@google\/generative-ai|langchain)/)).toEqual([]);
  });
});

describe(`${cited("R12")}: it takes effect once a pharmacist has approved it`, () => {
  test("only what was approved is ever dispensed, and only a review approves", () => {
    expect(prescriptionMachine.statesFor("dispense")).toEqual(["approved"]);
    expect(prescriptionMachine.statesFor("approve")).toEqual(["in_review"]);
    expect(policy["prescription.approve"]).toEqual(["pharmacist", "head_pharmacist"]);
  });
});

describe(`${cited("R15")}: it is valid on the day of issue, and for three days at most`, () => {
  test.each([
    ["in the morning, for one day", "2026-11-23T01:00:00Z", 1, "2026-11-23T15:59:59.999Z"],
    ["a minute before midnight, for one day", "2026-11-23T15:59:00Z", 1, "2026-11-23T15:59:59.999Z"],
    ["at midnight, for one day", "2026-11-23T16:00:00Z", 1, "2026-11-24T15:59:59.999Z"],
    ["for two days", "2026-11-23T01:00:00Z", 2, "2026-11-24T15:59:59.999Z"],
    ["for three days over the end of a month", "2026-11-29T01:00:00Z", 3, "2026-12-01T15:59:59.999Z"],
  ])("signed %s, it ends with the hospital's day", (_, at, days, end) => {
    expect(endOfDay(new Date(at), days - 1)).toEqual(new Date(end));
  });

  test("what waits, was returned or approved expires; what was dispensed, refused or voided does not", () => {
    expect(prescriptionMachine.statesFor("expire").toSorted()).toEqual(["approved", "in_review", "returned"]);
  });
});

describe(`${cited("R20")}: prescriber is not reviewer, picker is not checker`, () => {
  const actor = (accountId: string) =>
    ({
      role: "pharmacist",
      accountId,
      sessionId: "s",
      name: "n",
      locale: "en",
      stepUpAt: null,
      licensedUntil: null,
      actingFor: null,
      unread: 0,
    }) as const;
  test.each([
    ["the same person", "a", "a", true],
    ["another person", "a", "b", false],
    ["nobody before", "a", null, false],
  ])("%s", (_, me, before, isRefused) => {
    const check = () => requireOtherPerson(actor(me), before, "picker_is_checker");
    if (isRefused) expect(check).toThrow("picker_is_checker");
    else expect(check).not.toThrow();
  });
});

describe(`${cited("R21")}: a review never passes by time-out`, () => {
  /** What a part of the system may do to a prescription, by the verbs of its role. */
  const bySystem = (Object.entries(policy) as [string, readonly string[]][])
    .filter(([verb, doers]) => verb.startsWith("prescription.") && doers.includes("system"))
    .map(([verb]) => verb);

  test("time sweeps, escalates and reminds; it approves nothing", () => {
    expect(bySystem.toSorted()).toEqual(["prescription.escalate", "prescription.remind", "prescription.sweep"]);
    const approves = (event: PrescriptionEvent) => prescriptionMachine.target("in_review", event) === "approved";
    expect(prescriptionMachine.events.filter(approves)).toEqual(["approve"]);
    expect(prescriptionMachine.target("in_review", "expire")).toBe("expired");
  });

  test("no role but the pharmacy's approves", () => {
    const may = roles.filter((role) => (policy["prescription.approve"] as readonly string[]).includes(role));
    expect(may).toEqual(["pharmacist", "head_pharmacist"]);
  });
});

import { expect, test } from "vitest";
import { Refusal } from "@/lib/errors";
import {
  barredVisits,
  checkAge,
  checkRedFlags,
  needsGuardian,
  qualifyForFollowUp,
  qualifyingVisits,
  suitabilityOf,
} from "./eligibility";
import { citation } from "./rules";
import type { Visit } from "./visit";

const policy = {
  recordWindowDays: 15,
  commonConditions: ["I10", "F32", "E11"],
  hardConditions: ["I21", "F32.3", "E11.1"],
};
const now = new Date("2026-11-23T02:00:00.000Z"); // 10 in the morning in Chongqing

const visit = (at: string, ...codes: (string | null)[]): Visit => ({
  fhirId: `visit-${at}`,
  at: new Date(at),
  department: null,
  display: "Outpatient visit",
  diagnoses: codes.map((code) => ({ code, display: code ?? "?" })),
  isInferred: false,
});

const apply = (visits: Visit[], more: { isLinked?: boolean; chosenVisit?: string } = {}) => {
  const application = { isLinked: more.isLinked ?? true, visits, chosenVisit: more.chosenVisit, policy, now };
  try {
    return qualifyForFollowUp(application);
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, rule: error.rule, params: error.params };
    throw error;
  }
};

test("R1, R2: a visit for high blood pressure three days ago qualifies", () => {
  const seen = visit("2026-11-20T03:00:00Z", "I10");
  expect(apply([seen])).toEqual({ visit: seen, suitability: "common" });
});

test(`R4 (${citation("R4", "en").text}): without a linked record nobody is booked, whatever is on file`, () => {
  expect(apply([visit("2026-11-20T03:00:00Z", "I10")], { isLinked: false })).toMatchObject({
    code: "card_not_linked",
    rule: "R4",
  });
});

test(`R1 (${citation("R1", "en").text}): a first visit is refused`, () => {
  expect(apply([])).toMatchObject({ code: "first_visit", rule: "R1" });
});

test("R1: an appointment that lies ahead is no visit yet", () => {
  expect(apply([visit("2026-11-24T03:00:00Z", "I10")])).toMatchObject({ code: "first_visit", rule: "R1" });
});

test.each([
  ["2026-11-08T15:59:59Z", "the last second of day 15 in Chongqing", true],
  ["2026-11-07T16:00:00Z", "the first second of day 15 in Chongqing", true],
  ["2026-11-07T15:59:59Z", "the last second of day 16 in Chongqing", false],
  ["2026-11-23T01:00:00Z", "this morning", true],
])(
  `R2 (${citation("R2", "en").text}): a visit at %s, %s, counts: %s days of the calendar, not hours`,
  (at, _, counts) => {
    const answer = apply([visit(at, "I10")]);
    if (counts) expect(answer).toHaveProperty("visit");
    else expect(answer).toEqual({ code: "no_recent_record", rule: "R2", params: { days: 15, last: "2026-11-07" } });
  },
);

test("R2: the newest qualifying visit is taken, unless another is chosen", () => {
  const visits = [visit("2026-11-21T03:00:00Z", "I10"), visit("2026-11-12T03:00:00Z", "E11.9")];
  expect(apply(visits)).toMatchObject({ visit: visits[0] });
  expect(apply(visits, { chosenVisit: "visit-2026-11-12T03:00:00Z" })).toMatchObject({ visit: visits[1] });
  expect(apply(visits, { chosenVisit: "somebody-else's" })).toMatchObject({ code: "no_recent_record", rule: "R2" });
});

test(`R3 (${citation("R3", "en").text}): what is hard to treat is refused, even beside something common`, () => {
  expect(apply([visit("2026-11-20T03:00:00Z", "I10", "I21.9")])).toMatchObject({
    code: "condition_not_suitable",
    rule: "R3",
  });
});

test("R3: an older visit for something common still serves", () => {
  const common = visit("2026-11-18T03:00:00Z", "I10");
  expect(apply([visit("2026-11-20T03:00:00Z", "I21.9"), common])).toMatchObject({ visit: common });
});

test.each([
  ["F32.1", "common"],
  ["F32.3", "hard"],
  ["E11", "common"],
  ["E11.1", "hard"],
  ["Q99", "doctor_decides"],
  [null, "doctor_decides"],
])("R1, R3: %s is %s here: the longer prefix decides, what is on neither list the doctor", (code, expected) => {
  expect(suitabilityOf(visit("2026-11-20T03:00:00Z", code), policy)).toBe(expected);
});

test("R3: a hard disease on the problem list does not bar the follow-up of a common one", () => {
  const checkUp = { ...visit("2026-11-20T03:00:00Z", "I10", "I21.9"), isInferred: true };
  expect(suitabilityOf(checkUp, policy)).toBe("common");
});

test("R2: the list to choose from holds qualifying visits only", () => {
  const visits = [
    visit("2026-11-22T03:00:00Z", "I21"),
    visit("2026-11-20T03:00:00Z", "I10"),
    visit("2026-10-20T03:00:00Z", "I10"),
  ];
  expect(qualifyingVisits(visits, policy, now).map(({ visit: { fhirId } }) => fhirId)).toEqual([
    "visit-2026-11-20T03:00:00Z",
  ]);
});

test("R1, R2, R3: each visit that cannot be followed up says why", () => {
  const visits = [
    visit("2026-11-24T03:00:00Z", "I10"),
    visit("2026-11-22T03:00:00Z", "I21"),
    visit("2026-11-20T03:00:00Z", "I10"),
    visit("2026-10-20T03:00:00Z", "I21"),
  ];
  expect(barredVisits(visits, policy, now).map((barred) => [barred.visit.at.getUTCDate(), barred.obstacle])).toEqual([
    [24, "ahead"],
    [22, "hard_to_treat"],
    [20, "too_long_ago"],
  ]);
});

test("R3: any red flag ends the application; all questions must be answered", () => {
  const asked = ["chest_pain", "seizure"];
  const answer = (answers: Record<string, "yes" | "no">) => () => checkRedFlags(asked, answers);
  expect(answer({ chest_pain: "no", seizure: "no" })).not.toThrow();
  expect(answer({ chest_pain: "no", seizure: "yes" })).toThrow(
    expect.objectContaining({ code: "red_flag", rule: "R3" }),
  );
  expect(answer({ other: "yes" })).toThrow(expect.objectContaining({ code: "red_flag" }));
  expect(answer({ chest_pain: "no" })).toThrow(
    expect.objectContaining({ code: "red_flags_unanswered", fields: { "redFlags.seizure": "answer_missing" } }),
  );
});

test(`R9 (${citation("R9", "en").text}): a guardian is needed until the sixth birthday begins in Chongqing`, () => {
  const born = new Date("2020-11-24T00:00:00.000Z");
  expect(needsGuardian(born, new Date("2026-11-23T15:59:59Z"))).toBe(true);
  expect(needsGuardian(born, new Date("2026-11-23T16:00:00Z"))).toBe(false);
});

test("a department for children sees them to the end of their last month, one for adults not before the first", () => {
  const born = new Date("2008-11-24T00:00:00.000Z");
  const at = (limits: [number | null, number | null], when: string) => () =>
    checkAge(born, { minAgeMonths: limits[0], maxAgeMonths: limits[1] }, new Date(when));
  expect(at([0, 215], "2026-11-23T15:59:59Z")).not.toThrow();
  expect(at([0, 215], "2026-11-23T16:00:00Z")).toThrow(expect.objectContaining({ code: "age_not_seen" }));
  expect(at([216, null], "2026-11-23T15:59:59Z")).toThrow(expect.objectContaining({ code: "age_not_seen" }));
  expect(at([216, null], "2026-11-23T16:00:00Z")).not.toThrow();
  expect(at([null, null], "2026-11-23T16:00:00Z")).not.toThrow();
});

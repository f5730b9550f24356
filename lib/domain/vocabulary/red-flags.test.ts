import { expect, test } from "vitest";
import { childRedFlags, generalRedFlags, pregnancyRedFlags, type RedFlagId, redFlags } from "./red-flags";

const ids: readonly string[] = redFlags.map(({ id }) => id);

test.each([
  ["chest pain", "chest_pain"],
  ["trouble breathing", "trouble_breathing"],
  ["bleeding in pregnancy", "bleeding_in_pregnancy"],
  ["reduced fetal movement", "reduced_fetal_movement"],
  ["fever of an infant under three months", "infant_fever_under_3_months"],
  ["a seizure", "seizure"],
  ["signs of a stroke", "stroke_signs"],
  ["a severe allergic reaction", "severe_allergic_reaction"],
  ["suicidal thoughts", "suicidal_thoughts"],
  ["severe dehydration", "dehydration"],
  ["a head injury", "head_injury"],
])("R3: %s is asked for", (_, id) => {
  expect(ids).toContain(id);
});

test.each(redFlags.map((flag) => [flag.id, flag] as const))(
  "R3: %s ends in advice for now, in both languages",
  (_, flag) => {
    expect(flag.adviceZh).toMatch(/立即|马上/);
    expect(flag.adviceEn).toMatch(/\bnow\b/);
    expect(flag.zh).toMatch(/[吗？]$/);
    expect(flag.en).toMatch(/\?$/);
  },
);

test("R3: everybody is asked of chest and breath, the pregnant of bleeding and movement, children of fever and seizures", () => {
  const has = (list: readonly RedFlagId[], ...wanted: RedFlagId[]) =>
    expect(list).toEqual(expect.arrayContaining(wanted));
  has(generalRedFlags, "chest_pain", "trouble_breathing");
  has(pregnancyRedFlags, "bleeding_in_pregnancy", "reduced_fetal_movement");
  has(childRedFlags, "trouble_breathing", "infant_fever_under_3_months", "seizure", "dehydration");
});

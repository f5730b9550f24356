import { expect, test } from "vitest";
import { textDiff } from "./text-diff";

const changed = (before: string, after: string) =>
  textDiff(before, after).map((paragraph) => paragraph.map(({ state, text }) => `${state[0]}:${text}`));

test.each([
  ["nothing changed", "一\n\n二", "一\n\n二", [["s:一"], ["s:二"]]],
  ["a Chinese word", "保存三年。\n\n二", "保存五年。\n\n二", [["s:保存", "r:三", "a:五", "s:年。"], ["s:二"]]],
  ["an English word", "kept for 3 years", "kept for 15 years", [["s:kept for ", "r:3", "a:15", "s: years"]]],
  ["a paragraph more", "一\n\n三", "一\n\n二\n\n三", [["s:一"], ["a:二"], ["s:三"]]],
  ["a paragraph less", "一\n\n二\n\n三", "一\n\n三", [["s:一"], ["r:二"], ["s:三"]]],
  ["a first version", "", "一", [["a:一"]]],
])("a lawyer sees what changed: %s", (_, before, after, expected) => {
  expect(changed(before, after)).toEqual(expected);
});

test("what stays and what comes is the new text, what stays and what goes the old one", () => {
  const [before, after] = ["甲乙丙。Take 1 tablet.\n\n第二段", "甲丁丙。Take 2 tablets.\n\n新段\n\n第二段"];
  const without = (state: string) =>
    textDiff(before, after)
      .map((paragraph) =>
        paragraph
          .filter((part) => part.state !== state)
          .map(({ text }) => text)
          .join(""),
      )
      .filter((text) => text !== "")
      .join("\n\n");
  expect(without("removed")).toBe(after);
  expect(without("added")).toBe(before);
});

import { expect, test } from "vitest";
import { LONGEST_SIGNATURE, pathOf, signaturePath } from "./signature";

test("what was drawn is a path of whole units within the field; a touch is a dot", () => {
  const drawn = pathOf([
    [
      [1.4, 2.6],
      [700, -5],
    ],
    [[30, 40]],
    [],
  ]);
  expect(drawn).toBe("M1 3L600 0M30 40L30 40");
  expect(drawn).toMatch(signaturePath);
});

test.each(["", "M1 2", "M1 2L3 4Z", 'M1 2L3 4"/><script>', "L1 2L3 4", "M1 2L3 4444"])("%j is no signature", (path) =>
  expect(path).not.toMatch(signaturePath),
);

test("a long text that is almost a signature is refused without waiting", () => {
  expect(`M1 2${"L3 4".repeat(LONGEST_SIGNATURE / 4)}M`).not.toMatch(signaturePath);
});

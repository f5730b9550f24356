import fc from "fast-check";
import { expect, test } from "vitest";
import { axisMarks, labelEvery } from "./chart-scale";

test.each([
  [
    [0, 0],
    [0, 1],
  ],
  [[], [0, 1]],
  [[1], [0, 1]],
  [[3], [0, 1, 2, 3]],
  [
    [7, 2],
    [0, 2, 4, 6, 8],
  ],
  [[100], [0, 50, 100]],
  [[41], [0, 20, 40, 60]],
  [[0.3], [0, 0.1, 0.2, 0.3]],
])("the axis of %j has the marks %j", (values, marks) => {
  expect(axisMarks(values)).toEqual(marks);
});

test("every axis begins at nought, reaches the greatest value, is even, and has few marks", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1e9 }), { minLength: 1 }), (values) => {
      const marks = axisMarks(values);
      const step = (marks[1] ?? 0) - (marks[0] ?? 0);
      expect(marks[0]).toBe(0);
      expect(marks.at(-1)).toBeGreaterThanOrEqual(Math.max(...values));
      expect(marks.length).toBeLessThanOrEqual(5);
      marks.forEach((mark, index) => {
        expect(mark).toBe(index * step);
      });
    }),
  );
});

test("thirty days are labelled six times", () => {
  expect(labelEvery(30, 6)).toBe(5);
  expect(labelEvery(5, 6)).toBe(1);
  expect(labelEvery(0, 6)).toBe(1);
});

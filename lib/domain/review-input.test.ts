import { describe, expect, test } from "vitest";
import { reviewPoints } from "./review";
import { ApprovePrescription, RefusePrescription, ReturnPrescription } from "./review-input";

const prescriptionId = "0190a0b0-0000-7000-8000-000000000000";
const held = { prescriptionId, seen: 1, pin: "246813" };
const points = reviewPoints.map(({ code }) => code);
const codes = (parsed: { error?: { issues: { message: string }[] } }) =>
  parsed.error?.issues.map(({ message }) => message);

describe("approving (R19)", () => {
  test("takes every point ticked, and keeps them in the order of the list", () => {
    const ticked = ApprovePrescription.parse({ ...held, points: points.toReversed() });
    expect(ticked.points).toEqual(points);
  });
  test.each(points)("is refused while %s is not ticked", (left) => {
    const ticked = ApprovePrescription.safeParse({ ...held, points: points.filter((code) => code !== left) });
    expect(codes(ticked)).toEqual(["all_points_needed"]);
  });
  test("is refused where nothing is ticked, as a form sends it", () => {
    expect(codes(ApprovePrescription.safeParse(held))).toEqual(["all_points_needed"]);
  });
  test("takes no reviewer, status or version from the input", () => {
    for (const more of [{ reviewerId: prescriptionId }, { status: "approved" }, { version: 2 }])
      expect(ApprovePrescription.safeParse({ ...held, points, ...more }).success).toBe(false);
  });
});

test("a return names a reason of the list and says in words what to change", () => {
  const note = "请核对每日剂量";
  expect(ReturnPrescription.safeParse({ prescriptionId, seen: 1, reasonCode: "dose", note }).success).toBe(true);
  expect(codes(ReturnPrescription.safeParse({ prescriptionId, seen: 1, reasonCode: "", note }))).toEqual([
    "reason_needed",
  ]);
  expect(codes(ReturnPrescription.safeParse({ prescriptionId, seen: 1, reasonCode: "dose", note: " 剂量 " }))).toEqual([
    "note_too_short",
  ]);
});

test("a refusal for good says why", () => {
  expect(codes(RefusePrescription.safeParse({ prescriptionId, seen: 1, note: "" }))).toEqual(["note_too_short"]);
});

import { expect, test } from "vitest";
import { ownPath } from "./own-path";

test.each(["/patient/book/0199c0de?patient=0199c0df", "/patient/people/1/card?next=%2Fpatient%2Fdoctors"])(
  "%s is a way on inside the portal",
  (path) => {
    expect(ownPath(path, "/patient/")).toBe(path);
  },
);

test.each([
  ["another site", "https://elsewhere.example/patient/"],
  ["another site without a scheme", "//elsewhere.example/patient/"],
  ["a path that hides another site", "/patient//elsewhere.example"],
  ["a script", "javascript:alert(1)"],
  ["a backslash", "/patient/\\elsewhere.example"],
  ["another portal", "/admin/people"],
  ["a way up", "/patient/../admin"],
  ["a line break", "/patient/\n/x"],
  ["two values", ["/patient/a", "/patient/b"]],
  ["nothing", undefined],
])("%s is no way on", (_, path) => {
  expect(ownPath(path, "/patient/")).toBeUndefined();
});

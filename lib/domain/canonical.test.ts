import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, type Json } from "./canonical";

test("equal content is one text, in whatever order it was written", () => {
  expect(canonicalJson({ b: [1, { z: null, a: "处方" }], a: true })).toBe('{"a":true,"b":[1,{"a":"处方","z":null}]}');
  expect(canonicalJson({ a: true, b: [1, { a: "处方", z: null }] })).toBe('{"a":true,"b":[1,{"a":"处方","z":null}]}');
});

test("the order of a list is content", () => {
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});

test("it is JSON that reads back as the same", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value as Json))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("a number that JSON cannot hold is refused", () => {
  expect(() => canonicalJson({ dose: Number.NaN })).toThrow(RangeError);
});

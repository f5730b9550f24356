import { expect, test } from "vitest";
import { fieldName, readFields } from "./form-body";

const read = (source: string): unknown => JSON.parse(JSON.stringify(readFields(source)));

test.each([
  ["line_items[0][price_data][currency]=cny", { line_items: { 0: { price_data: { currency: "cny" } } } }],
  ["a%5Bb%5D=%E8%8D%AF", { a: { b: "药" } }],
  ["expand[]=x&expand[]=y", { expand: { 0: "x", 1: "y" } }],
  ["a=1&a[b]=2", { a: { b: "2" } }],
  ["a[b=1", { "a[b": "1" }],
  ["", {}],
])("%s is read level by level", (source, expected) => {
  expect(read(source)).toEqual(expected);
});

test("a field named __proto__ is only a field", () => {
  const fields = readFields("metadata[__proto__][polluted]=1&__proto__[polluted]=1");
  expect(Object.keys(fields)).toEqual(["metadata", "__proto__"]);
  expect({}).not.toHaveProperty("polluted");
});

test("a thousand levels do not make a thousand objects", () => {
  expect(JSON.stringify(readFields(`a${"[b]".repeat(1000)}=1`)).split("{")).toHaveLength(9);
});

test("a path is written as Stripe writes it", () => {
  expect(fieldName(["line_items", 0, "quantity"])).toBe("line_items[0][quantity]");
});

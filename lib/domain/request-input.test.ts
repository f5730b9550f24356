import { expect, test } from "vitest";
import { OpenRequest, ReplyToRequest } from "./request-input";

const id = "0199c0de-0000-7000-8000-000000000001";
const codes = (result: { error?: { issues: { message: string }[] } | undefined }) =>
  result.error?.issues.map(({ message }) => message) ?? [];

test.each([
  ["five characters", "药盒压扁了", []],
  ["a thousand characters", "药".repeat(1000), []],
  ["four characters", "盒子破了", ["request_too_short"]],
  ["a thousand and one", "药".repeat(1001), ["request_too_long"]],
  ["nothing but spaces", "        ", ["request_too_short"]],
])("R27: a request with %s", (_, body, refused) => {
  expect(codes(OpenRequest.safeParse({ orderId: id, kind: "damaged", body }))).toEqual(refused);
});

test("R27: a request names what it is about", () => {
  expect(codes(OpenRequest.safeParse({ orderId: id, kind: "", body: "药盒压扁了" }))).toEqual(["choose_one"]);
});

test("a reply may be short, and is never empty", () => {
  expect(codes(ReplyToRequest.safeParse({ requestId: id, body: "好的" }))).toEqual([]);
  expect(codes(ReplyToRequest.safeParse({ requestId: id, body: " \n " }))).toEqual(["required"]);
});

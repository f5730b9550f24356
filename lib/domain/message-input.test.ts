import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ListMessages, ReadMessages, SendMessage } from "./message-input";
import { LONGEST_MESSAGE } from "./room-limits";

const place = { id: randomUUID(), clientId: randomUUID() };
const codeOf = (input: unknown) => SendMessage.safeParse(input).error?.issues[0]?.message;

test("words are kept as they were written, without the space around them", () => {
  expect(SendMessage.parse({ ...place, kind: "text", body: "  咳嗽\r\n三天 👩🏽‍⚕️ " })).toMatchObject({
    body: "咳嗽\n三天 👩🏽‍⚕️",
  });
});

test("an empty message, an endless one and one with hidden characters are refused, each by its own code", () => {
  const text = (body: unknown) => codeOf({ ...place, kind: "text", body });
  expect(text(" \n ")).toBe("message_empty");
  expect(text("长".repeat(LONGEST_MESSAGE))).toBeUndefined();
  expect(text("长".repeat(LONGEST_MESSAGE + 1))).toBe("message_too_long");
  expect(text("a".repeat(10_000_000))).toBe("message_too_long");
  for (const hidden of ["\u0000", "\u001b[2J", "\u202e", "\u2066"])
    expect(text(`药${hidden}量`)).toBe("bad_characters");
});

test("a picture comes with its file; nobody says who sends, or in whose name", () => {
  const picture = { ...place, kind: "image", fileId: randomUUID() };
  expect(SendMessage.parse(picture)).toMatchObject({ body: "" });
  expect(SendMessage.safeParse({ ...place, kind: "image" }).success).toBe(false);
  for (const kind of ["system", "prescription", "voice"])
    expect(SendMessage.safeParse({ ...place, kind, body: "accepted" }).success).toBe(false);
  for (const more of ["senderId", "seq", "senderRole", "prescriptionId"])
    expect(SendMessage.safeParse({ ...picture, [more]: "1" }).success).toBe(false);
});

test("messages are asked for after a number or before one, not both", () => {
  expect(ListMessages.parse({ id: place.id, after: "7" })).toEqual({ id: place.id, after: 7 });
  expect(ListMessages.parse({ id: place.id, before: "7" })).toEqual({ id: place.id, before: 7 });
  for (const wrong of [{}, { after: "-1" }, { after: "x" }, { after: "1", before: "2" }, { after: "1e99" }])
    expect(ListMessages.safeParse({ id: place.id, ...wrong }).success).toBe(false);
  expect(ReadMessages.safeParse({ id: place.id, seq: 0 }).success).toBe(false);
});

import { expect, test } from "vitest";
import { z } from "zod";
import { clientId } from "./client-id";

test("ids that a browser makes are accepted as UUIDs, never repeat, and sort as they were made", () => {
  const ids = Array.from({ length: 1_000 }, clientId);
  for (const id of ids) expect(z.uuidv7().safeParse(id).success).toBe(true);
  expect(new Set(ids).size).toBe(1_000);
  expect(ids.toSorted()).toEqual(ids);
});

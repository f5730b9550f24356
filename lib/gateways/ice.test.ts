import { createHmac } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

const NOW = new Date("2026-11-23T04:00:00.000Z");
const servers = async (variables: Record<string, string>) => {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const { iceServers } = await import("./ice");
  return iceServers("0199c0de-0000-7000-8000-000000000001", NOW);
};

test("without configuration browsers find each other by their own addresses", async () => {
  expect(await servers({})).toEqual([]);
});

test("TURN credentials end within the hour, are what coturn computes, and name no account", async () => {
  const [stun, turn] = await servers({
    STUN_URLS: "stun:stun.example:3478",
    TURN_URLS: "turn:turn.example:3478, turns:turn.example:5349",
    TURN_SECRET: "north-wind-and-river",
  });
  expect(stun).toEqual({ urls: ["stun:stun.example:3478"] });
  expect(turn?.urls).toEqual(["turn:turn.example:3478", "turns:turn.example:5349"]);
  const [end, whose] = (turn?.username ?? "").split(":");
  expect(Number(end)).toBe(NOW.getTime() / 1000 + 3600);
  expect(whose).not.toContain("0199c0de");
  const right = createHmac("sha1", "north-wind-and-river")
    .update(turn?.username ?? "")
    .digest("base64");
  expect(turn?.credential).toBe(right);
});

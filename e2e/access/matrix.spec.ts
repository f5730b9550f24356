import { type APIRequestContext, type APIResponse, request } from "@playwright/test";
import { portalOf, type Role } from "../../lib/domain/actor";
import { policy } from "../../lib/domain/policy";
import { ask } from "../support/database";
import { actionDoors, portalPages, routeDoors } from "../support/endpoints";
import { expect, test } from "../support/fixtures";
import { rows } from "../support/rows";
import { setting } from "../support/settings";
import { openSession, SESSION_COOKIE } from "../support/sign-in";

interface Principal {
  readonly name: string;
  /** Undefined: whoever comes with this cookie, or none, is nobody. */
  readonly role: Role | undefined;
  readonly api: APIRequestContext;
}

const signIns: readonly (readonly [name: string, login: string, role: Role])[] = [
  ["patient A", "13800000001", "patient"],
  ["patient B", "13800000002", "patient"],
  ["doctor", "D001", "doctor"],
  ["other doctor", "D002", "doctor"],
  ["pharmacist", "P002", "pharmacist"],
  ["head pharmacist", "P001", "head_pharmacist"],
  ["support", "S001", "support"],
  ["auditor", "U001", "auditor"],
  ["admin", "A001", "admin"],
];

const as = (cookie?: string) =>
  request.newContext({
    baseURL: setting("BASE_URL"),
    maxRedirects: 0,
    extraHTTPHeaders: { origin: setting("BASE_URL"), ...(cookie && { cookie: `${SESSION_COOKIE}=${cookie}` }) },
  });

async function principals(): Promise<Principal[]> {
  const people = await Promise.all(
    signIns.map(async ([name, login, role]) => ({ name, role, api: await as((await openSession(login)).cookie) })),
  );
  const ended = await openSession("D003");
  await ask('UPDATE "Session" SET "endedAt" = now() WHERE "id" = $1', [ended.sessionId]);
  const disabled = await openSession("D004");
  await ask(`UPDATE "Account" SET "status" = 'disabled' WHERE "id" = $1`, [disabled.accountId]);
  return [
    ...people,
    { name: "anonymous", role: undefined, api: await as() },
    { name: "signed out", role: undefined, api: await as(ended.cookie) },
    { name: "disabled", role: undefined, api: await as(disabled.cookie) },
    { name: "forged cookie", role: undefined, api: await as("not.a.session") },
  ];
}

const call = (api: APIRequestContext, door: { id: string; address: string }, headers: Record<string, string> = {}) =>
  api.post(door.address, {
    data: "[{}]",
    headers: { "content-type": "text/plain;charset=UTF-8", "next-action": door.id, ...headers },
  });

const codeOf = async (response: APIResponse): Promise<string | undefined> =>
  /"ok":false,"code":"(\w+)"/.exec(await response.text())?.[1];

test("every server action lets in the roles that the policy names and nobody else", async () => {
  test.setTimeout(300_000);
  const doors = actionDoors();
  expect(doors.length).toBeGreaterThan(20);
  const everyone = await principals();
  const before = await rows();
  const wrong: string[] = [];
  for (const door of doors) {
    const allowed: readonly string[] = policy[door.verb];
    for (const { name, role, api } of everyone) {
      const code = await codeOf(await call(api, door));
      const denial = role === undefined ? "unauthenticated" : "forbidden";
      const expected = allowed.includes(role ?? "stranger") ? "let in" : denial;
      const found = code === "unauthenticated" || code === "forbidden" ? code : "let in";
      if (found !== expected) wrong.push(`${door.name} (${door.verb}) as ${name}: ${found} instead of ${expected}`);
    }
    if (!signIns.some(([, , role]) => allowed.includes(role) || allowed.includes("stranger")))
      wrong.push(`${door.name}: nobody is allowed`);
  }
  expect(wrong).toEqual([]);
  expect(await rows()).toEqual(before);
  await ask(`UPDATE "Account" SET "status" = 'active' WHERE "status" = 'disabled'`);
});

test("a server action without our Origin is refused, whoever sends it", async () => {
  const { cookie } = await openSession("13800000001");
  const api = await request.newContext({
    baseURL: setting("BASE_URL"),
    extraHTTPHeaders: { cookie: `${SESSION_COOKIE}=${cookie}` },
  });
  for (const door of actionDoors()) {
    expect((await call(api, door)).status(), `${door.name} without Origin`).toBe(403);
    const forged = { origin: "https://elsewhere.example", "x-forwarded-host": "elsewhere.example" };
    expect((await call(api, door, forged)).status(), `${door.name} with a forged Origin`).toBe(403);
  }
});

test("every route handler lets in the roles that the policy names and nobody else", async () => {
  const everyone = await principals();
  const wrong: string[] = [];
  for (const door of routeDoors()) {
    for (const { name, role, api } of everyone) {
      const response = await api.fetch(door.address, {
        method: door.method,
        ...(door.method !== "GET" && { data: {} }),
      });
      const status = response.status();
      if (door.verb === "open") continue;
      if (door.verb === "webhook") {
        if (status !== 400) wrong.push(`${door.name} without a signature as ${name}: ${status}`);
        continue;
      }
      const allowed: readonly string[] = policy[door.verb];
      const found = status === 401 || status === 403 ? status : "let in";
      const expected = allowed.includes(role ?? "stranger") ? "let in" : role === undefined ? 401 : 403;
      // Channels are refused one by one: a name that is none of ours is 403 for everybody.
      if (door.verb === "realtime.join" && role !== undefined) continue;
      if (found !== expected) wrong.push(`${door.name} as ${name}: ${status} instead of ${expected}`);
    }
  }
  expect(wrong).toEqual([]);
  await ask(`UPDATE "Account" SET "status" = 'active' WHERE "status" = 'disabled'`);
});

test("every page of a portal shows itself to its own roles only", async () => {
  const everyone = await principals();
  const wrong: string[] = [];
  for (const { address, portal } of portalPages()) {
    for (const { name, role, api } of everyone) {
      const response = await api.get(address);
      const to = response.headers().location ?? "";
      if (role === undefined) {
        if (response.status() !== 307 || !to.endsWith("/sign-in"))
          wrong.push(`${address} as ${name}: ${response.status()} ${to}`);
      } else if (portalOf[role] !== `/${portal}`) {
        if (response.status() !== 307 || !to.endsWith(portalOf[role]))
          wrong.push(`${address} as ${name}: ${response.status()} ${to}`);
      } else if (![200, 404, 307].includes(response.status()))
        wrong.push(`${address} as ${name}: ${response.status()}`);
    }
  }
  expect(wrong).toEqual([]);
  await ask(`UPDATE "Account" SET "status" = 'active' WHERE "status" = 'disabled'`);
});

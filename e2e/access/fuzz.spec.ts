import { type APIRequestContext, request } from "@playwright/test";
import fc from "fast-check";
import { policy } from "../../lib/domain/policy";
import { schemaOf } from "../support/door-inputs";
import { actionDoors, routeDoors } from "../support/endpoints";
import { expect, test } from "../support/fixtures";
import { hostileInputs } from "../support/hostile";
import { rows } from "../support/rows";
import { setting } from "../support/settings";
import { openSession, SESSION_COOKIE } from "../support/sign-in";

const SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** Hostile inputs a door. */
const EACH = 8;

const logins: Readonly<Record<string, string>> = {
  ...{ patient: "13800000005", doctor: "D001", pharmacist: "P002", head_pharmacist: "P001", support: "S001" },
  ...{ admin: "A001", auditor: "U001" },
};

/** One who is let in by the door's verb, so that the input is what is looked at. */
const loginFor = (doers: readonly string[]): string | undefined => doers.map((role) => logins[role]).find(Boolean);

const contexts = new Map<string, Promise<APIRequestContext>>();

function as(login: string): Promise<APIRequestContext> {
  const open = async () => {
    const cookie = `${SESSION_COOKIE}=${(await openSession(login)).cookie}`;
    const extraHTTPHeaders = { origin: setting("BASE_URL"), cookie };
    return request.newContext({ baseURL: setting("BASE_URL"), maxRedirects: 0, extraHTTPHeaders });
  };
  const known = contexts.get(login) ?? open();
  contexts.set(login, known);
  return known;
}

/** Bodies that are no input at all. */
const rawBodies = [
  "",
  "[",
  "{}",
  "null",
  '"$F1"',
  '["$ACTION_ID_0"]',
  `[${"[".repeat(2_000)}${"]".repeat(2_000)}]`,
  "\u0000\ufffd",
];

/** As React's client writes an action's arguments: a dollar sign at the front of a text is doubled, since it would name a reference. */
const asArguments = (input: unknown): string =>
  JSON.stringify([input], (_, value) => (typeof value === "string" && value.startsWith("$") ? `$${value}` : value));

/** Inputs that the schema refuses: what it takes is for other tests. */
async function refusable(file: string, exportedName: string): Promise<unknown[]> {
  const schema = await schemaOf(file, exportedName);
  const made = fc.sample(hostileInputs(schema), { seed: SEED, numRuns: EACH });
  const sendable = made.map((input) => JSON.stringify(input)).filter((text) => text !== undefined);
  const parsed = sendable.map((text): unknown => JSON.parse(text));
  return parsed.filter((input) => !schema.safeParse(input).success);
}

const isFault = (status: number, body: string) => status >= 500 || /"code":"fault"/.test(body);
const leaks = /prisma|postgres|node_modules|at \w+ \(|ZodError|SyntaxError|select "/i;

test("P4: hostile inputs and bodies at every action and route: no fault, no inner word in an answer, no row changed", async () => {
  test.setTimeout(240_000);
  process.stdout.write(`P4 seed ${SEED} (FUZZ_SEED repeats it)\n`);
  const wrong: string[] = [];
  let cases = 0;
  const look = async (name: string, what: unknown, sent: ReturnType<APIRequestContext["fetch"]>) => {
    const response = await sent;
    const body = await response.text();
    cases += 1;
    const shown = (JSON.stringify(what) ?? "").slice(0, 120);
    if (isFault(response.status(), body)) wrong.push(`${name} ← ${shown}: ${response.status()} ${body.slice(0, 80)}`);
    else if (response.headers()["content-type"]?.includes("json") && leaks.test(body))
      wrong.push(`${name} ← ${shown}: ${body.slice(0, 200)}`);
  };
  // Sessions first: opening one is a row, too.
  await Promise.all(Object.values(logins).map(as));
  const before = await rows();

  for (const door of actionDoors()) {
    const login = loginFor(policy[door.verb]);
    if (!login) continue;
    const api = await as(login);
    const [file = "", exportedName = ""] = door.name.split(" ");
    const headers = { "content-type": "text/plain;charset=UTF-8", "next-action": door.id };
    for (const input of await refusable(file, exportedName))
      await look(door.name, input, api.post(door.address, { data: asArguments(input), headers }));
  }
  for (const door of routeDoors()) {
    if (door.verb === "open" || door.verb === "webhook") continue;
    const login = loginFor(policy[door.verb]);
    if (!login) continue;
    const api = await as(login);
    const [, file = ""] = door.name.split(" ");
    const { method, address } = door;
    for (const input of method === "GET" ? [] : await refusable(file, method))
      await look(
        door.name,
        input,
        api.fetch(address, { method, data: JSON.stringify(input), headers: { "content-type": "application/json" } }),
      );
    for (const data of rawBodies)
      for (const type of [
        "application/json",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "text/xml",
      ])
        if (method !== "GET")
          await look(door.name, data, api.fetch(address, { method, data, headers: { "content-type": type } }));
    const query = `?id=%00&after=-1&before=1e99&__proto__=1&after=2&size=%F0%9F%91%A9&x=${"y".repeat(4_000)}`;
    await look(door.name, query, api.fetch(address + query, { method }));
  }
  expect(wrong).toEqual([]);
  expect(await rows()).toEqual(before);
  process.stdout.write(`P4: ${cases} hostile requests, 0 faults, 0 rows changed\n`);
  expect(cases).toBeGreaterThan(300);
});

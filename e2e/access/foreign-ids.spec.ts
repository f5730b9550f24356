import { globSync } from "node:fs";
import { type APIRequestContext, request } from "@playwright/test";
import { type Planted, plant, rowsNaming } from "../support/canaries";
import { type IdField, samplesOf, schemaOf, withIds } from "../support/door-inputs";
import { actionDoors, NO_ID, routeDoors } from "../support/endpoints";
import { expect, test } from "../support/fixtures";
import { setting } from "../support/settings";
import { openSession, SESSION_COOKIE } from "../support/sign-in";

/** How many calls are on their way at once. */
const AT_ONCE = 6;

interface Call {
  readonly door: string;
  readonly name: string;
  readonly send: () => Promise<{ status: number; body: string }>;
}

const as = async (login: string): Promise<APIRequestContext> =>
  request.newContext({
    baseURL: setting("BASE_URL"),
    maxRedirects: 0,
    extraHTTPHeaders: { origin: setting("BASE_URL"), cookie: `${SESSION_COOKIE}=${(await openSession(login)).cookie}` },
  });

const answerOf = async (sent: ReturnType<APIRequestContext["fetch"]>) => {
  const response = await sent;
  return { status: response.status(), body: await response.text() };
};

/** Whose id a field asks for, by its name: what the caller has of the same kind stands in the other fields. */
const tableOf: Readonly<Record<string, string>> = {
  ...{ patientId: "Patient", consultationId: "Consultation", prescriptionId: "Prescription", orderId: "Order" },
  ...{ requestId: "ServiceRequest", paymentId: "Payment", fileId: "File", fileIds: "File", pictureIds: "File" },
  ...{ orderItemId: "OrderItem", orderItemIds: "OrderItem", invoiceId: "Invoice", addressId: "SavedAddress" },
  ...{ noticeId: "Notice", accountId: "Account", thingId: "Order", id: "Consultation" },
};

/** For each input of a schema: every id field alone swapped for each foreign id, the others one's own; and all of them foreign. */
function* mixes(schema: Parameters<typeof samplesOf>[0], own: Planted, foreign: Planted): Generator<[string, unknown]> {
  const ownId = ({ name }: IdField) => own.ids[tableOf[name] ?? ""] ?? own.patientId;
  for (const sample of samplesOf(schema))
    for (const [table, id] of Object.entries(foreign.ids)) {
      for (const field of sample.ids)
        yield [
          `${field.path.join(".")} = a foreign ${table}`,
          withIds(sample, (one) => (one === field ? id : ownId(one))),
        ];
      if (sample.ids.length > 1) yield [`all = a foreign ${table}`, withIds(sample, () => id)];
    }
}

async function actionCalls(api: APIRequestContext, own: Planted, foreign: Planted): Promise<Call[]> {
  const calls: Call[] = [];
  for (const door of actionDoors()) {
    const [file = "", exportedName = ""] = door.name.split(" ");
    for (const [what, input] of mixes(await schemaOf(file, exportedName), own, foreign))
      calls.push({
        door: door.name,
        name: `${door.name}: ${what}`,
        send: () =>
          answerOf(
            api.post(door.address, {
              data: JSON.stringify([input]),
              headers: { "content-type": "text/plain;charset=UTF-8", "next-action": door.id },
            }),
          ),
      });
  }
  return calls;
}

async function routeCalls(api: APIRequestContext, own: Planted, foreign: Planted): Promise<Call[]> {
  const calls: Call[] = [];
  for (const door of routeDoors()) {
    if (door.verb === "open" || door.verb === "webhook") continue;
    const [, source = ""] = door.name.split(" ");
    for (const [what, input] of mixes(await schemaOf(source, door.method), own, foreign)) {
      const { id, file, ...rest } = input as Record<string, string> & { file?: Uint8Array };
      const address = id ? door.address.replace(NO_ID, id) : door.address;
      const isRead = door.method === "GET";
      const headers = { "content-type": "application/octet-stream" };
      const body = file
        ? { params: rest, data: Buffer.from(file), headers }
        : isRead
          ? { params: rest }
          : { data: rest };
      const send = () => answerOf(api.fetch(address, { method: door.method, ...body }));
      calls.push({ door: door.name, name: `${door.name}: ${what}`, send });
    }
  }
  for (const kind of ["consultation", "account", "order"])
    for (const [table, id] of Object.entries(foreign.ids))
      calls.push({
        door: "channels",
        name: `channel ${kind} of a foreign ${table}`,
        send: () =>
          answerOf(
            api.post("/api/realtime/auth", {
              form: {
                socket_id: "1.1",
                channel_name: `${kind === "consultation" ? "presence" : "private"}-${kind}-${id}`,
              },
            }),
          ),
      });
  return calls;
}

/** Every page, with each foreign id in its path, and in the parameters that pages read. */
function pageCalls(api: APIRequestContext, foreign: Planted): Call[] {
  const pages = globSync("app/**/{patient,doctor}/**/page.tsx").map((file) =>
    file
      .split("/")
      .slice(1, -1)
      .filter((part) => !part.startsWith("("))
      .join("/"),
  );
  return pages
    .filter((page) => !page.includes("[..."))
    .flatMap((page) =>
      Object.entries(foreign.ids).flatMap(([table, id]): Call[] => {
        const address = `/${page.replace(/\[\w+\]/g, id)}`;
        const query = `patient=${id}&before=${Date.now()}.${id}&visit=${id}&id=${id}`;
        const addresses = page.includes("[") ? [address] : [`/${page}?${query}`];
        return addresses.map((one) => ({
          door: page,
          name: `/${page} with a foreign ${table}`,
          send: () => answerOf(api.get(one)),
        }));
      }),
    );
}

/**
 * Sends all, some at a time; what was wrong with the answers. A door whose every answer was `invalid_input` never looked at an id:
 * then the samples are at fault (`e2e/support/door-inputs`).
 */
async function faultsOf(calls: readonly Call[], canaries: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  const unlooked = new Set(calls.map(({ door }) => door));
  const waiting = [...calls];
  const one = async () => {
    for (let call = waiting.pop(); call; call = waiting.pop()) {
      const { status, body } = await call.send();
      if (!/"code":"invalid_input"/.test(body)) unlooked.delete(call.door);
      if (status >= 500 || /"code":"fault"/.test(body)) wrong.push(`${call.name}: ${status}`);
      for (const canary of canaries) if (body.includes(canary)) wrong.push(`${call.name}: shows ${canary}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return [...wrong, ...[...unlooked].map((door) => `${door}: no sample is a good input`)];
}

test("P2: with another patient's ids nobody reads a foreign byte, nor changes a row, at any door", async () => {
  test.setTimeout(300_000);
  const [anna, bella] = [await plant(as), await plant(as)];
  const before = await rowsNaming(anna);
  const canaries = Object.values(anna.canaries);
  let cases = 0;
  for (const login of [bella.accountId, "D013"]) {
    const api = await as(login);
    const calls = [
      ...(await actionCalls(api, bella, anna)),
      ...(await routeCalls(api, bella, anna)),
      ...pageCalls(api, anna),
    ];
    cases += calls.length;
    expect(
      await faultsOf(calls, canaries),
      `as ${login === "D013" ? "a doctor without relation" : "patient B"}`,
    ).toEqual([]);
  }
  expect(await rowsNaming(anna)).toEqual(before);
  process.stdout.write(`P2: ${cases} cases with foreign ids, 0 foreign bytes, 0 rows changed\n`);
  expect(cases).toBeGreaterThan(500);
});

test("P2: the canaries are there to be seen: their own patient reads each of them", async () => {
  test.setTimeout(120_000);
  const anna = await plant(as);
  const api = await as(anna.accountId);
  const seen = new Set<string>();
  for (const { send } of pageCalls(api, anna)) {
    const { body } = await send();
    for (const [kind, canary] of Object.entries(anna.canaries)) if (body.includes(canary)) seen.add(kind);
  }
  const copy = await api.post("/api/privacy/export", {
    data: { patientId: anna.patientId, format: "json", locale: "zh-CN" },
  });
  const body = await copy.text();
  for (const [kind, canary] of Object.entries(anna.canaries)) {
    expect(body, kind).toContain(canary);
    // The whole number stands in the download alone.
    expect(seen.has(kind), kind).toBe(kind !== "idNumber");
  }
});

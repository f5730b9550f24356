import { setTimeout as sleep } from "node:timers/promises";
import type { OperationOutcome, Resource } from "@medplum/fhirtypes";
import { z } from "zod";
import { faultRoutes } from "../faults";
import { get, hangUp, type Incoming, plain, post, type Reply, redirect, route, serve } from "../http";
import { capabilityStatement } from "./capability";
import { dossiersIn } from "./dossiers";
import { outcome } from "./outcome";
import { peoplePage } from "./people-page";
import type { Person } from "./person";
import { openRecords } from "./records";
import { resultBundle, resultForm } from "./result";
import { type Client, openTokenDoor } from "./token-door";

const ROOT = "/fhir/R4";
const RETRY_AFTER_SECONDS = "1";

const faultSchema = z
  .strictObject({
    slowMs: z.int().min(0).max(120_000),
    status: z.union([z.literal(429), z.literal(500), z.literal(503)]).nullable(),
    down: z.boolean(),
  })
  .partial();
type Faults = Required<z.output<typeof faultSchema>>;
const faultOutcomes = {
  429: outcome("throttled", "Too many requests"),
  500: outcome("exception", "Internal server error"),
  503: outcome("transient", "The server is being maintained"),
} as const satisfies Record<NonNullable<Faults["status"]>, OperationOutcome>;

export type StartFhir = {
  port: number;
  /** What every request but `metadata` carries, or a granted one: `Authorization: Bearer …`. */
  token: string;
  /** A client that may ask for a token of its own at `/token` (client credentials). */
  client?: Client;
  /** Folders of transaction bundles, `ownBundlesFolder` among them if it is wanted. */
  bundleFolders: string[];
  /** The day that visits are counted back from. */
  today?: Date;
};

/**
 * A stand-in for the hospital's records: a FHIR R4 server, read only, on `@medplum/fhir-router`.
 *
 * Covered below `/fhir/R4`: `metadata`, read, version read, search by GET and by POST `_search` with parameters of type
 * reference, string, uri, token and date, chains, `_sort`, `_count` (20 unless told, 100 at most), `_include`,
 * `_revinclude`, `_summary=count`; `self` and `next` links; OperationOutcome with 400, 401, 404, 405. What cannot be
 * searched by is refused, never passed over.
 * Not covered: XML, writing, quantities and numbers, `_elements`, modifiers of strings, search across types.
 *
 * Nothing is kept: ids come from the bundles, so they are the same after every start; dates are moved to `today` (see
 * `dossiers.ts`). Beside the protocol: `/` lists who is on file, `/results` takes the result of a test that was ordered, `/health` answers 200, `/faults` takes
 * `{ slowMs, status: 429 | 500 | 503 | null, down }`, and `/token` grants tokens to `client`.
 */
export async function startFhir(
  options: StartFhir,
): Promise<{ url: string; port: number; people: Person[]; revokeTokens(): void; close(): Promise<void> }> {
  const { token, today = new Date() } = options;
  const dossiers = (await Promise.all(options.bundleFolders.map((folder) => dossiersIn(folder, today)))).flat();
  const people = dossiers.flatMap(({ person }) => person ?? []);
  const faults: Faults = { slowMs: 0, status: null, down: false };

  const door = openTokenDoor(options.client);
  let base = "";
  const records = openRecords(() => base);
  for (const { bundle } of dossiers) await records.load(bundle);

  async function answer({ method, query, headers, form, params: { rest: path } }: Incoming<"rest">): Promise<Reply> {
    if (path === "metadata") return fhir(200, capabilityStatement(base, today));
    const given = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1] ?? "";
    if (given !== token && !door.isGood(given))
      return fhir(401, outcome("login", "A valid bearer token is needed"), { "www-authenticate": "Bearer" });
    const isSearchByPost = method === "POST" && path.endsWith("/_search");
    if (!isSearchByPost && method !== "GET" && method !== "HEAD")
      return fhir(405, outcome("not-supported", "This server is read only"), { allow: "GET, HEAD" });
    const { status, resource } = isSearchByPost
      ? await records.read(path.slice(0, -"/_search".length), form())
      : await records.read(path, query);
    return fhir(status, resource);
  }

  async function misbehave({ path }: Incoming): Promise<Reply | undefined> {
    if (path !== ROOT && !path.startsWith(`${ROOT}/`)) return;
    if (faults.slowMs > 0) await sleep(faults.slowMs, undefined, { ref: false });
    if (faults.down) return hangUp;
    if (faults.status) return fhir(faults.status, faultOutcomes[faults.status], { "retry-after": RETRY_AFTER_SECONDS });
  }

  async function enterResult({ form }: Incoming): Promise<Reply> {
    const parsed = resultForm.safeParse(Object.fromEntries(form()));
    const person = people.find(({ cardNumber }) => cardNumber === parsed.data?.cardNumber);
    if (!parsed.success || !person)
      return plain("A person on file, the number of a slip and the result are needed", 400);
    await records.load(resultBundle(person, parsed.data, new Date()));
    return redirect("/");
  }

  const routes = [
    get("/", () => peoplePage(people, today)),
    post("/results", enterResult),
    get("/health", () => plain("ok")),
    post("/token", door.grant),
    ...faultRoutes(faults, faultSchema),
    route("*", `${ROOT}/*`, answer),
  ];
  const { url, port, close } = await serve({ port: options.port, routes, before: misbehave });
  base = url + ROOT;
  return { url, port, people, revokeTokens: door.revoke, close };
}

const fhir = (status: number, resource: Resource, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { "content-type": "application/fhir+json; charset=utf-8", ...headers },
  body: JSON.stringify(resource),
});

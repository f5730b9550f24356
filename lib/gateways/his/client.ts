import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import type { Resource, ResourceType } from "@medplum/fhirtypes";
import { z } from "zod";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import { log } from "@/lib/log";

const REQUEST_MS = 5_000;
/** All requests of one errand together: nobody waits longer (`proof` P14). */
export const ERRAND_MS = 10_000;
const BACK_OFF_MS = [150, 450];
const LONGEST_BACK_OFF_MS = 2_000;
const PAGE_SIZE = 200;
const MOST_PAGES = 100;

const bundle = z.object({
  resourceType: z.literal("Bundle"),
  entry: z
    .array(z.object({ resource: z.looseObject({ resourceType: z.string() }).optional().catch(undefined) }))
    .catch([]),
  link: z.array(z.object({ relation: z.string(), url: z.string() })).catch([]),
});

/** The hospital's server did not answer as it should: what it was is logged by code, never by content. */
function unavailable(why: string, more: Record<string, string | number> = {}, cause?: unknown): Refusal {
  log().warn({ why, ...more, ...(cause instanceof Error && { type: cause.name }) }, "hospital record server");
  return new Refusal("unavailable", { cause });
}

const backOff = (response: Response, attempt: number): number => {
  const asked = Number(response.headers.get("retry-after")) * 1_000;
  return Math.min(asked > 0 ? asked : (BACK_OFF_MS[attempt] ?? 0), LONGEST_BACK_OFF_MS);
};

/** The codes of an OperationOutcome; its texts may quote what was searched for. */
function outcomeCodes(body: unknown): string {
  const issue = z.object({ code: z.string().regex(/^[a-z-]{1,40}$/) });
  const outcome = z.object({ issue: z.array(issue) }).safeParse(body);
  return outcome.success ? outcome.data.issue.map(({ code }) => code).join(" ") : "";
}

async function getJson(url: URL, errand: AbortSignal): Promise<unknown> {
  for (let attempt = 0; ; attempt += 1) {
    let response: Response;
    let body: unknown;
    try {
      response = await fetch(url, {
        headers: { accept: "application/fhir+json", authorization: `Bearer ${env().FHIR_TOKEN}` },
        // A redirect could carry the token to another server.
        redirect: "error",
        cache: "no-store",
        signal: AbortSignal.any([errand, AbortSignal.timeout(REQUEST_MS)]),
      });
      body = await response.json().catch(() => undefined);
    } catch (error) {
      throw unavailable("no answer", {}, error);
    }
    if (response.ok) return body;
    const isPassing = response.status === 429 || response.status >= 500;
    if (!isPassing || attempt >= BACK_OFF_MS.length)
      throw unavailable("refused", { status: response.status, codes: outcomeCodes(body) });
    await wait(backOff(response, attempt), undefined, { signal: errand }).catch((error) => {
      throw unavailable("no answer", {}, error);
    });
  }
}

/** A `next` link is followed on the hospital's own server only: another host would get the token (`proof` 4). */
function nextUrl(link: string, from: URL): URL {
  const url = URL.canParse(link, from) ? new URL(link, from) : undefined;
  if (url?.origin !== from.origin) throw unavailable("next link leaves the server");
  return url;
}

/** What a page of a search holds, before anything about it is believed. */
export type Untrusted<Type extends ResourceType> = { readonly resourceType: Type } & {
  readonly [Field in keyof Extract<Resource, { resourceType: Type }>]?: unknown;
};

/**
 * All resources of one type that a search finds, page by page. Throws the refusal `unavailable` where the server cannot be
 * reached, answers with an error or with something that is no Bundle, or never comes to an end.
 */
export async function searchAll<Type extends ResourceType>(
  type: Type,
  query: Readonly<Record<string, string>>,
  errand: AbortSignal,
): Promise<Untrusted<Type>[]> {
  const base = env().FHIR_BASE_URL.replace(/\/*$/, "/");
  let url: URL | undefined = new URL(`${type}?${new URLSearchParams({ _count: String(PAGE_SIZE), ...query })}`, base);
  const found: Untrusted<Type>[] = [];
  for (let page = 0; url; page += 1) {
    if (page >= MOST_PAGES) throw unavailable("endless paging", { type });
    const answer = bundle.safeParse(await getJson(url, errand));
    if (!answer.success) throw unavailable("not a bundle", { type });
    for (const { resource } of answer.data.entry)
      if (resource?.resourceType === type) found.push(resource as unknown as Untrusted<Type>);
    const next = answer.data.link.find(({ relation }) => relation === "next")?.url;
    url = next === undefined ? undefined : nextUrl(next, url);
  }
  return found;
}

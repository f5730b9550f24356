import "server-only";
import type { Resource, ResourceType } from "@medplum/fhirtypes";
import { z } from "zod";
import { env } from "@/lib/env";
import { failureCodes, getJson } from "./get-json";
import { text } from "./parts";
import { unavailable } from "./unavailable";

/** All requests of one errand together: nobody waits longer (`proof` P14). */
export const ERRAND_MS = 10_000;
const PAGE_SIZE = 200;
const MOST_PAGES = 100;

const bundle = z.object({
  resourceType: z.literal("Bundle"),
  // An entry that cannot be read is passed over by itself: it must not hide those beside it.
  entry: z
    .array(
      z
        .object({
          resource: z.looseObject({ resourceType: z.string() }).optional().catch(undefined),
          search: z.object({ mode: text }).optional().catch(undefined),
        })
        .catch({}),
    )
    .nullish(),
  link: z.array(z.object({ relation: z.string(), url: z.string() })).catch([]),
});

/** A `next` link is followed on the hospital's own server and below its FHIR root only: another host would get the token (`proof` 4). */
function nextUrl(link: string, from: URL, base: URL): URL {
  const url = URL.canParse(link, from) ? new URL(link, from) : undefined;
  if (url?.origin !== base.origin || !`${url.pathname}/`.startsWith(base.pathname) || url.username || url.password)
    throw unavailable("next link leaves the server");
  return url;
}

/** What a page of a search holds, before anything about it is believed. */
export type Untrusted<Type extends ResourceType> = { readonly resourceType: Type } & {
  readonly [Field in keyof Extract<Resource, { resourceType: Type }>]?: unknown;
};

/** What a search found, and when the server said so first, by its own clock. */
export interface Found<Type extends ResourceType> {
  readonly resources: Untrusted<Type>[];
  readonly asOf: Date | null;
}

/**
 * All resources of one type that a search finds, page by page. Throws the refusal `unavailable` where the server cannot be
 * reached, answers with an error (an OperationOutcome among the entries of a page is one) or with something that is no Bundle, or
 * never comes to an end.
 */
export async function searchAll<Type extends ResourceType>(
  type: Type,
  query: Readonly<Record<string, string>>,
  errand: AbortSignal,
): Promise<Found<Type>> {
  const base = new URL(env().FHIR_BASE_URL.replace(/\/*$/, "/"));
  let url: URL | undefined = new URL(`${type}?${new URLSearchParams({ _count: String(PAGE_SIZE), ...query })}`, base);
  const resources: Untrusted<Type>[] = [];
  const seen = new Set<string>();
  let asOf: Date | null = null;
  for (let page = 0; url; page += 1) {
    if (page >= MOST_PAGES || seen.has(url.href)) throw unavailable("endless paging", { type });
    seen.add(url.href);
    const { body, date } = await getJson(url, errand);
    const answer = bundle.safeParse(body);
    if (!answer.success) throw unavailable("not a bundle", { type, codes: failureCodes(body).join(" ") });
    if (page === 0) asOf = date;
    for (const { resource, search } of answer.data.entry ?? []) {
      const codes = failureCodes(resource);
      // A server that found only a part of it says so beside what it found.
      if (codes.length > 0) throw unavailable("outcome in a bundle", { type, codes: codes.join(" ") });
      if (resource?.resourceType === type && search?.mode !== "include")
        resources.push(resource as unknown as Untrusted<Type>);
    }
    const next = answer.data.link.find(({ relation }) => relation === "next")?.url;
    url = next === undefined ? undefined : nextUrl(next, url, base);
  }
  return { resources, asOf };
}

import { delimiter } from "node:path";
import type { Bundle, BundleEntry, OperationOutcome, Resource } from "@medplum/fhirtypes";
import { expect } from "vitest";
import { ownBundlesFolder } from "./dossiers";
import { startFhir } from "./start-fhir";

/** The folders of foreign bundles that the environment names, separated as in PATH. */
export const syntheaFolders = (process.env.FHIR_BUNDLES ?? "").split(delimiter).filter(Boolean);
/** Half past midnight on 24 November in Shanghai, still the 23rd in London. */
export const today = new Date("2026-11-23T16:30:00Z");

export const idsOf = (entries: BundleEntry[] = []) => entries.map(({ resource }) => resource?.id);

/** A running server with all bundles at hand, and a client that asks it the way a careful one would. */
export async function openBench() {
  const bundleFolders = [ownBundlesFolder, ...syntheaFolders];
  const server = await startFhir({ port: 0, token: "secret", bundleFolders, today });
  const root = `${server.url}/fhir/R4`;

  const ask = (url: string, init: RequestInit = {}) =>
    fetch(url.startsWith("http") ? url : `${root}/${url}`, { headers: { authorization: "Bearer secret" }, ...init });

  async function read<Type extends Resource>(url: string): Promise<Type> {
    const answer = await ask(url);
    expect(answer.status, url).toBe(200);
    return (await answer.json()) as Type;
  }

  return {
    ...server,
    root,
    ask,
    read,
    search: async (query: string) => idsOf((await read<Bundle>(query)).entry),
    setFaults: (faults: unknown) => fetch(`${server.url}/faults`, { method: "POST", body: JSON.stringify(faults) }),
    /** Status and issue code of an answer that must be an OperationOutcome. */
    async refusal(url: string, init?: RequestInit): Promise<[number, string | undefined]> {
      const answer = await ask(url, init);
      expect(answer.headers.get("content-type")).toBe("application/fhir+json; charset=utf-8");
      const outcome = (await answer.json()) as OperationOutcome;
      expect(outcome.resourceType).toBe("OperationOutcome");
      return [answer.status, outcome.issue[0]?.code];
    },
    /** All pages of a search, by their links. */
    async walk(url: string): Promise<{ entries: BundleEntry[]; total: number; pages: number }> {
      const entries: BundleEntry[] = [];
      let [pages, total] = [0, 0];
      for (let next: string | undefined = url; next; pages += 1) {
        const page: Bundle = await read(next);
        entries.push(...(page.entry ?? []));
        total = page.total ?? 0;
        next = page.link?.find(({ relation }) => relation === "next")?.url;
      }
      return { entries, total, pages };
    },
  };
}

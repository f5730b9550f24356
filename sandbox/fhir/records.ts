import {
  formatSearchQuery,
  getStatus,
  isOk,
  OperationOutcomeError,
  type SearchRequest,
  type WithId,
} from "@medplum/core";
import { FhirRouter, type HttpMethod, MemoryRepository, makeSimpleRequest } from "@medplum/fhir-router";
import type { Bundle, Resource } from "@medplum/fhirtypes";
import { indexDefinitions, isServedType, searchParametersOf } from "./definitions";
import { outcome } from "./outcome";

const USUAL_PAGE = 20;
const LARGEST_PAGE = 100;

export type Answer = { status: number; resource: Resource };

/** The records in memory, behind the FHIR router. `base` is the absolute address of the FHIR root, without a final slash. */
export function openRecords(base: () => string) {
  indexDefinitions();
  const router = new FhirRouter();
  const repository = new PagedRepository(base);

  return {
    /** Puts a transaction bundle in. Rejects when an entry is refused; what came before it stays. */
    async load(bundle: Bundle): Promise<void> {
      const entry = (bundle.entry ?? []).filter(({ resource }) => resource && isServedType(resource.resourceType));
      const { status, resource } = await ask("POST", "", { ...bundle, entry });
      const refused = resource.resourceType === "Bundle" && resource.entry?.find(({ response }) => !isFine(response));
      if (status !== 200 || refused) throw new Error(`The bundle was refused: ${JSON.stringify(refused || resource)}`);
    },
    /** What a request below the FHIR root gets: `path` is `Type`, `Type/id` or one of its versions. */
    async read(path: string, query: URLSearchParams): Promise<Answer> {
      const [type = ""] = path.split("/");
      if (!isServedType(type))
        return { status: 404, resource: outcome("not-supported", `Unknown resource type: ${type}`) };
      return ask("GET", `${path}?${query}`);
    },
  };

  async function ask(method: HttpMethod, url: string, body?: Bundle): Promise<Answer> {
    const [result, resource] = await router.handleRequest(makeSimpleRequest(method, url, body), repository);
    return { status: getStatus(result), resource: isOk(result) && resource ? resource : result };
  }
}

const isFine = (response: { status?: string } | undefined) => response?.status?.startsWith("2");

/** `MemoryRepository` with what a server adds to a search: pages and their links, full URLs, and a no to what it cannot do. */
class PagedRepository extends MemoryRepository {
  constructor(private readonly base: () => string) {
    super();
  }

  override async search<T extends Resource>(request: SearchRequest<T>): Promise<Bundle<WithId<T>>> {
    refuseUnknown(request);
    const count = Math.min(request.count ?? USUAL_PAGE, LARGEST_PAGE);
    const offset = request.offset ?? 0;
    // It sorts by one rule after the other, so that the last one it is given weighs most.
    const sortRules = request.sortRules?.toReversed();
    const found = await super.search<T>({ ...request, count, offset, sortRules });
    const isMore = count > 0 && offset + count < (found.total ?? 0);
    const page = (at: number) => `${this.base()}/${request.resourceType}${queryAt(request, count, at)}`;
    return {
      ...found,
      link: [
        { relation: "self", url: page(offset) },
        ...(isMore ? [{ relation: "next", url: page(offset + count) }] : []),
      ],
      entry: found.entry?.map((entry) => ({
        ...entry,
        fullUrl: `${this.base()}/${entry.resource?.resourceType}/${entry.resource?.id}`,
      })),
    };
  }
}

const queryAt = <T extends Resource>(request: SearchRequest<T>, count: number, offset: number) =>
  formatSearchQuery({ ...request, count, offset } as SearchRequest);

/** An unknown parameter that is passed over would answer with everybody's records. */
function refuseUnknown<T extends Resource>(request: SearchRequest<T>): void {
  const { resourceType, filters = [], sortRules = [], count = 0, offset = 0 } = request;
  const known = new Set(isServedType(resourceType) ? searchParametersOf(resourceType).map(({ code }) => code) : []);
  const isKnown = (code: string) => known.has(code) || code.includes(".") || code.startsWith("_has:");
  const unknown = [...filters, ...sortRules].find(({ code }) => !isKnown(code));
  if (unknown) refuse(`${resourceType} cannot be searched or sorted by ${unknown.code}.`);
  if (!isWhole(count) || !isWhole(offset)) refuse("_count and _offset are whole numbers.");
}

const isWhole = (number: number) => Number.isInteger(number) && number >= 0;

function refuse(text: string): never {
  throw new OperationOutcomeError(outcome("not-supported", text));
}

/** Lists as Stripe pages them, newest first: https://docs.stripe.com/api/pagination */
import { z } from "zod";
import { integer, text } from "./parameters";
import { noSuch } from "./stripe-error";

const moment = integer(0, 99_999_999_999);

/** The parameters that every list takes. */
export const pageShape = {
  limit: integer(1, 100).default(10),
  starting_after: text(255).optional(),
  ending_before: text(255).optional(),
};
export const createdShape = {
  created: z
    .union([
      moment.transform((at) => ({ gte: at, lte: at })),
      z.strictObject({ gt: moment, gte: moment, lt: moment, lte: moment }).partial(),
    ])
    .optional(),
};

type PageParameters = { limit: number; starting_after?: string; ending_before?: string };
type Created = { gt?: number; gte?: number; lt?: number; lte?: number };
type Listed = { id: string; object: string };

export const listObject = <Item>(url: string, data: Item[], hasMore = false) => ({
  object: "list" as const,
  url,
  has_more: hasMore,
  data,
});

/**
 * One page of those `items` (oldest first) that `wanted` lets through. `starting_after` and `ending_before` name the
 * neighbour of the page, which itself need not be wanted any more; an unknown neighbour is refused.
 */
export function listPage<Item extends Listed>(
  url: string,
  items: Item[],
  asked: PageParameters,
  wanted: (item: Item) => boolean = () => true,
) {
  const { limit, starting_after: after, ending_before: before } = asked;
  const newestFirst = items.toReversed();
  if (before !== undefined) {
    const newer = newestFirst.slice(0, indexOf(newestFirst, before, "ending_before")).filter(wanted);
    return listObject(url, newer.slice(-limit), newer.length > limit);
  }
  const start = after === undefined ? 0 : indexOf(newestFirst, after, "starting_after") + 1;
  const older = newestFirst.slice(start).filter(wanted);
  return listObject(url, older.slice(0, limit), older.length > limit);
}

/** Lets through what was `created` in the range and has each given field exactly so; a field left undefined is any. */
export function wantedBy<Item extends Listed & { created: number }>(
  { gt = -1, gte = 0, lt = Number.POSITIVE_INFINITY, lte = Number.POSITIVE_INFINITY }: Created = {},
  exactly: Partial<Item> = {},
): (item: Item) => boolean {
  const fields = Object.entries(exactly).filter(([, value]) => value !== undefined);
  return (item) =>
    item.created > gt &&
    item.created >= gte &&
    item.created < lt &&
    item.created <= lte &&
    fields.every(([name, value]) => item[name as keyof Item] === value);
}

function indexOf(items: Listed[], id: string, param: string): number {
  const index = items.findIndex((item) => item.id === id);
  if (index < 0) throw noSuch(items[0]?.object ?? "object", id, param, 400);
  return index;
}

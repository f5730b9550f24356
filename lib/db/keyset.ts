import "server-only";

const CURSOR = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The place of a row in a list that is sorted by `createdAt`, then `id`, both descending. */
export const cursorOf = (row: { createdAt: Date; id: string }): string => `${row.createdAt.getTime()}.${row.id}`;

function placeOf(cursor: string | undefined): { at: Date; id: string } | null {
  const [, ms, id] = CURSOR.exec(cursor ?? "") ?? [];
  return ms && id ? { at: new Date(Number(ms)), id } : null;
}

/** The rows below a cursor, as a WHERE over `createdAt` and `id`; without a cursor, or with one that is none, all. */
export function below(cursor: string | undefined) {
  const place = placeOf(cursor);
  if (!place) return {};
  return { createdAt: { lte: place.at }, OR: [{ createdAt: { lt: place.at } }, { id: { lt: place.id } }] };
}

/** The same for a list whose time stands in `at`. */
export function belowAt(cursor: string | undefined) {
  const place = placeOf(cursor);
  return place ? { at: { lte: place.at }, OR: [{ at: { lt: place.at } }, { id: { lt: place.id } }] } : {};
}

export const newestFirst = [{ createdAt: "desc" as const }, { id: "desc" as const }];

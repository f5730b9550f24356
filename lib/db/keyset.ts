import "server-only";

const CURSOR = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The place of a row in a list that is sorted by `createdAt`, then `id`, both descending. */
export const cursorOf = (row: { createdAt: Date; id: string }): string => `${row.createdAt.getTime()}.${row.id}`;

/** The rows below a cursor, as a WHERE over `createdAt` and `id`; without a cursor, or with one that is none, all. */
export function below(cursor: string | undefined) {
  const [, ms, id] = CURSOR.exec(cursor ?? "") ?? [];
  if (!ms || !id) return {};
  const at = new Date(Number(ms));
  return { createdAt: { lte: at }, OR: [{ createdAt: { lt: at } }, { id: { lt: id } }] };
}

export const newestFirst = [{ createdAt: "desc" as const }, { id: "desc" as const }];

/** Money that moved, by the gateway's id: of a payment, or of a refund (`back`). Fen. */
export interface GatewayEntry {
  readonly kind: "paid" | "back";
  readonly gatewayId: string;
  readonly amountFen: number;
}

export type DifferenceKind = "missing_in_books" | "missing_at_gateway" | "amount_differs";

export interface Difference {
  readonly kind: DifferenceKind;
  readonly gatewayId: string;
  readonly booksFen: number | null;
  readonly gatewayFen: number | null;
}

const keyOf = ({ kind, gatewayId }: GatewayEntry) => `${kind} ${gatewayId}`;

/**
 * Compares what the gateway lists with what the books hold. `unlisted`: what the books have and this list has not; it may stand on
 * another day of the gateway's and is asked after one by one.
 */
export function compareBooks(
  gateway: readonly GatewayEntry[],
  books: readonly GatewayEntry[],
): { readonly differences: readonly Difference[]; readonly unlisted: readonly GatewayEntry[] } {
  const booked = new Map(books.map((entry) => [keyOf(entry), entry]));
  const listed = new Set(gateway.map(keyOf));
  const differences = gateway.flatMap((entry): Difference[] => {
    const { gatewayId, amountFen: gatewayFen } = entry;
    const mine = booked.get(keyOf(entry));
    if (!mine) return [{ kind: "missing_in_books", gatewayId, booksFen: null, gatewayFen }];
    if (mine.amountFen !== gatewayFen)
      return [{ kind: "amount_differs", gatewayId, booksFen: mine.amountFen, gatewayFen }];
    return [];
  });
  return { differences, unlisted: books.filter((entry) => !listed.has(keyOf(entry))) };
}

/** Something that the books have and the gateway does not know. */
export const missingAtGateway = ({ gatewayId, amountFen }: GatewayEntry): Difference => ({
  ...{ kind: "missing_at_gateway", gatewayId },
  ...{ booksFen: amountFen, gatewayFen: null },
});

/** Count and sum in fen of one kind. */
export const totalOf = (entries: readonly GatewayEntry[], kind: GatewayEntry["kind"]) => {
  const of = entries.filter((entry) => entry.kind === kind);
  return { count: of.length, fen: of.reduce((sum, { amountFen }) => sum + amountFen, 0) };
};

/** For so many days back a day without its comparison is made up for. */
export const BOOKS_DAYS = 7;

/** Fen as money in the reader's way of writing: ¥12.50, CN¥12.50. */
export const formatFen = (fen: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: "currency", currency: "CNY" }).format(fen / 100);

export function Price({ fen, locale, className }: { fen: number; locale: string; className?: string }) {
  return (
    <data value={fen} className={className ?? "tabular-nums"}>
      {formatFen(fen, locale)}
    </data>
  );
}

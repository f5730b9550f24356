import clsx from "clsx";

const currency = (locale: string) => new Intl.NumberFormat(locale, { style: "currency", currency: "CNY" });

/** Fen as money in the reader's way of writing: ¥12.50, CN¥12.50. */
export const formatFen = (fen: number, locale: string): string => currency(locale).format(fen / 100);

/** An amount of money; `lg` where it is the amount to pay: the whole yuan stand out. */
export function Price({
  fen,
  locale,
  size = "md",
  className,
}: {
  fen: number;
  locale: string;
  size?: "md" | "lg";
  className?: string;
}) {
  return (
    <data value={fen / 100} className={clsx("whitespace-nowrap tabular-nums", className)}>
      {size === "md"
        ? formatFen(fen, locale)
        : currency(locale)
            .formatToParts(fen / 100)
            .map(({ type, value }) => (
              <span
                key={type + value}
                className={type === "integer" || type === "group" ? "font-semibold text-2xl" : "font-medium text-base"}
              >
                {value}
              </span>
            ))}
    </data>
  );
}

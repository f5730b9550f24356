import "server-only";
import type { AccessEntry } from "@/lib/domain/access-log";
import { type CopyPart, type CopySection, copySections } from "@/lib/domain/record-copy";
import type { Locale } from "@/lib/i18n/locale";
import { escaped, pageEnd, pageTop } from "./html";
import { readableWords } from "./readable-value";

/** A copy as a page to read and to print, in one language, part by part as it comes. */
export async function* readableCopy(parts: AsyncIterable<CopyPart>, locale: Locale, now: Date): AsyncGenerator<string> {
  const { t, hospital, moment, fields, access } = await readableWords(locale);
  let reached = 0;
  const heading = (section: CopySection) => `<h2>${escaped(t(`readable.sections.${section}`))}</h2>`;
  const nothing = `<p>${escaped(t("readable.nothing"))}</p>`;
  const passTo = (end: number) =>
    copySections
      .slice(reached, end)
      .map((section) => heading(section) + nothing)
      .join("");
  let open: CopySection | undefined;
  for await (const { section, item } of parts) {
    if (section === "identity")
      yield pageTop(
        locale,
        t("readable.title", { name: String(item.name) }),
        t("readable.made", { hospital: hospital, at: moment.format(now) }),
      );
    if (section !== open) {
      const at = copySections.indexOf(section);
      yield passTo(at) + heading(section);
      reached = at + 1;
      open = section;
    }
    const shown = section === "access" ? access(item as unknown as AccessEntry) : item;
    yield `<article>${fields([section], shown)}</article>`;
  }
  yield passTo(copySections.length) + pageEnd;
}

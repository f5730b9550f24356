import "server-only";
import { type CopyPart, copySections } from "@/lib/domain/record-copy";

/** The form of the data file; it grows when a field changes its meaning or goes away. */
const FORM = "hospital-record-copy/1";

/** A copy as JSON: `identity` is one object, each other part a list; written as it comes (`docs/record-copy.md`). */
export async function* jsonCopy(parts: AsyncIterable<CopyPart>, now: Date): AsyncGenerator<string> {
  const lists = copySections.slice(1);
  let reached = 0;
  let isFirst = true;
  yield `{"form":${JSON.stringify(FORM)},"madeAt":${JSON.stringify(now)}`;
  for await (const { section, item } of parts) {
    if (section === "identity") {
      yield `,"identity":${JSON.stringify(item)},${JSON.stringify(lists[0])}:[`;
      continue;
    }
    for (; lists[reached] !== section; reached += 1) {
      yield `],${JSON.stringify(lists[reached + 1])}:[`;
      isFirst = true;
    }
    yield `${isFirst ? "" : ","}${JSON.stringify(item)}`;
    isFirst = false;
  }
  for (reached += 1; reached < lists.length; reached += 1) yield `],${JSON.stringify(lists[reached])}:[`;
  yield "]}\n";
}

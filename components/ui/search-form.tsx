import { Button } from "./button";
import { Field } from "./field";
import { Input } from "./input";

/** The longest search that is looked at. */
const MOST_CHARACTERS = 40;

/** What a page's address asks for (`?q=`), cut to a sensible length; empty where nothing is asked. */
export const askedSearch = (q: string | string[] | undefined): string =>
  (typeof q === "string" ? q : "").trim().slice(0, MOST_CHARACTERS);

/** A search that stands in the address: the page reads it with `askedSearch`. */
export function SearchForm({ label, submit, search }: { label: string; submit: string; search: string }) {
  return (
    <form method="get" className="flex max-w-md items-end gap-2">
      <div className="flex-1">
        <Field label={label}>
          <Input type="search" name="q" defaultValue={search} />
        </Field>
      </div>
      <Button type="submit" variant="secondary">
        {submit}
      </Button>
    </form>
  );
}

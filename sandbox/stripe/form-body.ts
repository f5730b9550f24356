/** Stripe's request bodies and queries: form fields whose names nest with brackets. */

/** A field is text or a level of fields; a list is a level whose names are its indexes. */
export type Fields = { [name: string]: string | Fields };

const deepest = 8;

/**
 * Reads `a[b][0][c]=x` into `{ a: { b: { 0: { c: "x" } } } }`; `a[]=x` takes the next free index.
 * Levels have no prototype, so a field named `__proto__` is just a field. Levels beyond the eighth are left out.
 */
export function readFields(source: string | URLSearchParams): Fields {
  const root = level();
  for (const [name, value] of new URLSearchParams(source)) {
    const [, head = name, brackets = ""] = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name) ?? [];
    const path = [head, ...[...brackets.matchAll(/\[([^[\]]*)\]/g)].map(([, part = ""]) => part)];
    set(root, path.slice(0, deepest), value);
  }
  return root;
}

function set(fields: Fields, [name = "", ...rest]: string[], value: string): void {
  const key = name === "" ? String(Object.keys(fields).length) : name;
  if (rest.length === 0) {
    fields[key] = value;
    return;
  }
  const known = fields[key];
  const inner = typeof known === "object" ? known : level();
  fields[key] = inner;
  set(inner, rest, value);
}

const level = (): Fields => Object.create(null) as Fields;

/** `["a", "b", 0]` as Stripe writes it in an error's `param`: `a[b][0]`. */
export const fieldName = ([head = "", ...rest]: PropertyKey[]) =>
  String(head) + rest.map((part) => `[${String(part)}]`).join("");

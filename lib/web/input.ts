/**
 * Turns a form into the plain object that a schema reads: repeated names become arrays, `name[]` always one;
 * the framework's own fields are left out.
 */
export function formInput(form: FormData): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const values = form.getAll(name);
    if (name.endsWith("[]")) input[name.slice(0, -2)] = values;
    else input[name] = values.length > 1 ? values : values[0];
  }
  return input;
}

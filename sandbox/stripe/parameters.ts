/** Request parameters: schemas for values that arrive as text, and refusals worded as Stripe words them. */
import { z } from "zod";
import { type Fields, fieldName } from "./form-body";
import { invalidParameter } from "./stripe-error";

export const text = (longest = 5000) => z.string().min(1).max(longest);
export const integer = (least = 0, most = 99_999_999) =>
  z
    .string()
    .regex(/^-?\d{1,12}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
export const flag = z.enum(["true", "false"]).transform((value) => value === "true");

/** Fields numbered by index, as a list. */
export const list = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (isLevel(value) ? Object.values(value) : value), z.array(item).min(1));

/** https://docs.stripe.com/api/metadata: at most 50 pairs, names to 40 characters, values to 500; an empty value is none. */
export const metadata = z
  .record(z.string().max(40), z.string().max(500))
  .refine((pairs) => Object.keys(pairs).length <= 50, "Metadata can have up to 50 keys.")
  .transform((pairs) => Object.fromEntries(Object.entries(pairs).filter(([, value]) => value !== "")));

/** Any http(s) address; Stripe's own placeholder may stand in it. */
export const address = text().refine((value) => /^https?:\/\/[^/\s]/i.test(value) && URL.canParse(value), {
  message: "Not a valid URL",
  params: { code: "url_invalid" },
});

/** Gone since 2026-09-30: `allowed_payment_method_types` says which methods are offered. */
export const removedParameter = z
  .custom<never>(() => false, {
    message: "`payment_method_types` is no longer supported. Use `allowed_payment_method_types`.",
    params: { code: "payment_method_types_no_longer_supported" },
  })
  .optional();

const expand = list(text(200)).optional();

/** The parameters of an endpoint; a name outside `shape` is refused, as Stripe does. */
export const parameters = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ expand, ...shape });

/** Reads `fields` by `schema`; the first thing wrong becomes Stripe's 400. */
export function readParameters<Schema extends z.ZodType>(schema: Schema, fields: Fields): z.output<Schema> {
  const read = schema.safeParse(fields);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw issue ? refusal(issue, fields) : invalidParameter("Invalid request.");
}

function refusal(issue: z.core.$ZodIssue, fields: Fields) {
  const param = fieldName(issue.path);
  const value = valueAt(fields, issue.path);
  if (issue.code === "unrecognized_keys") {
    const unknown = fieldName([...issue.path, issue.keys[0] ?? ""]);
    return invalidParameter(`Received unknown parameter: ${unknown}`, { code: "parameter_unknown", param: unknown });
  }
  if (value === undefined) {
    return invalidParameter(`Missing required param: ${param}.`, { code: "parameter_missing", param });
  }
  if (value === "") {
    const message = `You passed an empty string for '${param}'. Remove '${param}' from your request or supply a non-empty value.`;
    return invalidParameter(message, { code: "parameter_invalid_empty", param });
  }
  if (issue.code === "invalid_value") {
    const message = `Invalid ${param}: must be one of ${issue.values.map(String).join(", ")}`;
    return invalidParameter(message, { param });
  }
  if (issue.code === "invalid_format") {
    return invalidParameter(`Invalid integer: ${String(value)}`, { code: "parameter_invalid_integer", param });
  }
  if (issue.code === "too_small" && issue.origin === "number") {
    const message = `This value must be greater than or equal to ${issue.minimum}.`;
    return invalidParameter(message, { code: "parameter_invalid_integer", param });
  }
  if (issue.code === "too_big" && issue.origin === "number") {
    const message = `This value must be less than or equal to ${issue.maximum}.`;
    return invalidParameter(message, { code: "parameter_invalid_integer", param });
  }
  if (issue.code === "too_big") {
    const message = `Invalid string: ${String(value).slice(0, 12)}…; must be at most ${issue.maximum} characters`;
    return invalidParameter(message, { code: "parameter_invalid_string", param });
  }
  if (issue.code === "custom") return invalidParameter(issue.message, { code: issue.params?.code, param });
  return invalidParameter(`Invalid ${param}.`, { param });
}

const isLevel = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const valueAt = (fields: Fields, path: PropertyKey[]) =>
  path.reduce<unknown>((value, name) => (isLevel(value) ? value[String(name)] : undefined), fields);

/** Values that a message about a refusal may show: numbers, dates, names of rules; never personal data. */
export type RefusalParams = Record<string, string | number>;

/**
 * An expected "no": it has a code that the messages (`errors.<code>`) put into the reader's language, and may name
 * the rule behind it (R1 to R33, see `domain/rules`) and the input fields at fault (field → message code).
 * Anything else that is thrown is a fault of ours and never shows its text.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly rule: string | undefined;
  readonly params: RefusalParams;
  readonly fields: Record<string, string>;

  constructor(
    code: string,
    more: { rule?: string; params?: RefusalParams; fields?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(code, { cause: more.cause });
    this.name = "Refusal";
    this.code = code;
    this.rule = more.rule;
    this.params = more.params ?? {};
    this.fields = more.fields ?? {};
  }
}

/** Foreign and missing look the same: whoever may not see a thing is told that there is none. */
export const notFound = () => new Refusal("not_found");

/** Somebody else was faster, or the thing is in a state that does not allow this. */
export const conflict = (params?: RefusalParams) => new Refusal("conflict", { params });

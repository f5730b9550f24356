/** What a browser gets back from an action: the data, or a refusal in the reader's language. */
export type ActionResult<Data> =
  | { readonly ok: true; readonly data: Data }
  | {
      readonly ok: false;
      readonly code: string;
      readonly message: string;
      /** The rule behind the refusal, such as R2. */
      readonly rule?: string;
      /** Field name → what is wrong with it. */
      readonly fields?: Readonly<Record<string, string>>;
    };

"use client";

import { createContext, useContext } from "react";

export interface FormState {
  readonly isBusy: boolean;
  /** Why it was refused. */
  readonly code?: string;
  /** Field name → what is wrong with it, in the reader's language. */
  readonly fields: Readonly<Record<string, string>>;
}

export const FormStateContext = createContext<FormState>({ isBusy: false, fields: {} });

/** What the nearest `CommandForm` is doing, and what it says of its fields. */
export const useFormState = (): FormState => useContext(FormStateContext);

"use client";

import { usePathname, useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useState, useTransition } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import type { ActionResult } from "@/lib/domain/result";

/** What is known of an address before it is typed: pasted, or kept from another order. */
export interface AddressDraft {
  readonly recipient?: string;
  readonly phone?: string;
  readonly areaCode?: string;
  readonly detail?: string;
}

interface Held {
  readonly draft: AddressDraft;
  /** Changes with every new draft, so that fields begin anew. */
  readonly round: number;
  readonly take: (draft: AddressDraft) => void;
  /** What else stands in the page's address. */
  readonly beside: Readonly<Record<string, string>>;
  /** Another area was chosen and its page is on the way: what is below still speaks of the one before. */
  readonly isMoving: boolean;
  readonly moveTo: (area: string) => void;
}

const Context = createContext<Held>({
  ...{ draft: {}, round: 0, take: () => {} },
  ...{ beside: {}, isMoving: false, moveTo: () => {} },
});

export const useAddressDraft = (): Held => useContext(Context);

/** Holds what is known of the address while the area moves on in the page's address, where `beside` stands too. */
export function AddressDraftHolder({
  first,
  beside,
  children,
}: {
  first: AddressDraft;
  beside: Readonly<Record<string, string>>;
  children: ReactNode;
}) {
  const [held, setHeld] = useState({ draft: first, round: 0 });
  const [router, here] = [useRouter(), usePathname()];
  const [isMoving, start] = useTransition();
  const moveTo = (area: string) =>
    start(() => router.replace(`${here}?${new URLSearchParams({ ...beside, area })}`, { scroll: false }));
  const take = (draft: AddressDraft) => {
    setHeld({ draft, round: held.round + 1 });
    if (draft.areaCode) moveTo(draft.areaCode);
  };
  return <Context value={{ ...held, take, beside, isMoving, moveTo }}>{children}</Context>;
}

/** Kept addresses to choose from with one press. */
export function SavedAddresses({
  label,
  addresses,
}: {
  label: string;
  addresses: readonly (Required<AddressDraft> & { readonly id: string; readonly text: string })[];
}) {
  const { take } = useAddressDraft();
  return (
    <section aria-label={label} className="grid gap-2">
      <h3 className="font-medium">{label}</h3>
      <ul className="grid gap-2">
        {addresses.map(({ id, text, ...draft }) => (
          <li key={id}>
            <button
              type="button"
              className="min-h-11 w-full rounded-md border border-line bg-surface-raised px-3 py-2 text-left hover:border-primary"
              onClick={() => take(draft)}
            >
              {text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** An address that was copied from elsewhere, in whatever order its parts stand. */
export function PasteAddress({
  read,
  texts,
}: {
  read: (input: { text: string }) => Promise<ActionResult<AddressDraft>>;
  texts: Readonly<Record<"title" | "label" | "hint" | "submit" | "noArea" | "unreachable", string>>;
}) {
  const { take } = useAddressDraft();
  const [text, setText] = useState("");
  const [note, setNote] = useState("");
  const [isBusy, start] = useTransition();
  const send = () =>
    start(async () => {
      const result = await read({ text }).catch(() => null);
      setNote(result?.ok ? (result.data.areaCode ? "" : texts.noArea) : (result?.message ?? texts.unreachable));
      if (result?.ok) take(result.data);
    });
  return (
    <Disclosure summary={texts.title}>
      <div className="grid gap-3">
        <Field label={texts.label} hint={texts.hint}>
          <Textarea rows={3} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <Button variant="secondary" busy={isBusy} disabled={text.trim() === ""} onClick={send}>
          {texts.submit}
        </Button>
        <div role="status">{note && <Alert tone="warning">{note}</Alert>}</div>
      </div>
    </Disclosure>
  );
}

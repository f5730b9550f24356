"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

export interface AreaLevel {
  readonly label: string;
  readonly none: string;
  readonly options: readonly { readonly code: string; readonly name: string }[];
  readonly chosen: string;
}

interface Props {
  readonly levels: readonly AreaLevel[];
  /** What else stands in the page's address. */
  readonly beside: Readonly<Record<string, string>>;
  readonly hint: string;
  readonly submit: string;
}

/** Whereto, from the province down: each choice stands in the page's address and brings the next. Without scripts there is a button. */
export function AreaForm({ levels, beside, hint, submit }: Props) {
  const [router, here] = [useRouter(), usePathname()];
  const [isBusy, start] = useTransition();
  const choose = (area: string) =>
    start(() => router.replace(`${here}?${new URLSearchParams({ ...beside, area })}`, { scroll: false }));
  return (
    <form method="get" action={here} aria-busy={isBusy} className="grid gap-3">
      {Object.entries(beside).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid gap-3 sm:grid-cols-3">
        {levels.map(({ label, none, options, chosen }, index) => (
          <Field key={label} label={label} hint={index === 0 ? hint : undefined}>
            <Select
              name={index === levels.length - 1 ? "area" : undefined}
              value={chosen}
              required
              onChange={(event) => choose(event.target.value)}
            >
              <option value="" disabled>
                {none}
              </option>
              {options.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      <noscript>
        <Button type="submit" variant="secondary">
          {submit}
        </Button>
      </noscript>
    </form>
  );
}

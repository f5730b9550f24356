"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useAddressDraft } from "./address-draft";

export interface AreaLevel {
  readonly label: string;
  readonly none: string;
  readonly options: readonly { readonly code: string; readonly name: string }[];
  readonly chosen: string;
}

interface Props {
  readonly levels: readonly AreaLevel[];
  readonly hint: string;
  readonly submit: string;
}

/** Whereto, from the province down: each choice stands in the page's address and brings the next. Without scripts there is a button. */
export function AreaForm({ levels, hint, submit }: Props) {
  const here = usePathname();
  const { beside, isMoving, moveTo } = useAddressDraft();
  const form = useRef<HTMLFormElement>(null);
  // What was chosen before the scripts came is on the screen, so it counts; later ones are never apart.
  useEffect(() => {
    const seen = [...(form.current?.querySelectorAll("select") ?? [])];
    const changed = seen.find(({ value }, index) => value !== levels[index]?.chosen);
    if (changed?.value) moveTo(changed.value);
  });
  return (
    <form ref={form} method="get" action={here} aria-busy={isMoving} className="grid gap-3">
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
              onChange={(event) => moveTo(event.target.value)}
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

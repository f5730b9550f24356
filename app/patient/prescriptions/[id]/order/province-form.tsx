"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

interface Props {
  readonly provinces: readonly { readonly code: string; readonly name: string }[];
  readonly chosen: string | null;
  readonly texts: Readonly<Record<"label" | "hint" | "none" | "submit", string>>;
}

/** Whereto: the carriers are compared as soon as it is chosen. Without scripts there is a button. */
export function ProvinceForm({ provinces, chosen, texts }: Props) {
  const [router, here] = [useRouter(), usePathname()];
  const [isBusy, start] = useTransition();
  const compare = (province: string) =>
    start(() => router.replace(`${here}?how=express&province=${province}`, { scroll: false }));
  return (
    <form method="get" action={here} aria-busy={isBusy} className="grid gap-3">
      <input type="hidden" name="how" value="express" />
      <Field label={texts.label} hint={texts.hint}>
        <Select name="province" defaultValue={chosen ?? ""} required onChange={(event) => compare(event.target.value)}>
          <option value="" disabled>
            {texts.none}
          </option>
          {provinces.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <noscript>
        <Button type="submit" variant="secondary">
          {texts.submit}
        </Button>
      </noscript>
    </form>
  );
}

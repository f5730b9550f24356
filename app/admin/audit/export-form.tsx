"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { beginExport } from "./actions";

interface Props {
  /** What is searched for, by field. */
  readonly search: Readonly<Record<string, string>>;
  readonly label: string;
  readonly unreachable: string;
}

/** Takes out what the search finds: written down first, with a fresh second factor. */
export function ExportForm({ search, label, unreachable }: Props) {
  return (
    <CommandForm
      action={beginExport}
      unreachable={unreachable}
      label={label}
      onDone={() => location.assign(`/api/audit?${new URLSearchParams(search)}`)}
    >
      {Object.entries(search).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <CommandButton variant="secondary">{label}</CommandButton>
    </CommandForm>
  );
}

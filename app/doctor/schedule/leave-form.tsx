"use client";

import { useState } from "react";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Input } from "@/components/ui/input";
import { takeLeave } from "./actions";

type Texts = Readonly<Record<"first" | "last" | "submit" | "booked" | "unreachable", string>>;

/** Days off; says how many patients hold a place on them already. */
export function LeaveForm({ texts }: { texts: Texts }) {
  const [booked, setBooked] = useState(0);
  return (
    <CommandForm
      action={takeLeave}
      onDone={(done) => setBooked(done.booked)}
      resetWhenDone
      unreachable={texts.unreachable}
      label={texts.submit}
      className="grid gap-4"
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <CommandField name="fromDay" label={texts.first}>
          <Input name="fromDay" type="date" required />
        </CommandField>
        <CommandField name="toDay" label={texts.last}>
          <Input name="toDay" type="date" required />
        </CommandField>
      </div>
      <CommandButton variant="secondary" className="justify-self-start">
        {texts.submit}
      </CommandButton>
      <p role="status" className="text-warning-ink">
        {booked > 0 && texts.booked.replace("{n}", String(booked))}
      </p>
    </CommandForm>
  );
}

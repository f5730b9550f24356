"use client";

import { useRouter } from "next/navigation";
import { CommandButton } from "@/components/form/command-button";
import { CommandCheckbox } from "@/components/form/command-checkbox";
import { CommandChoice } from "@/components/form/command-choice";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { addPatient } from "./actions";

type Option = { readonly value: string; readonly label: string };
type Text =
  | "name"
  | "nameHint"
  | "relation"
  | "document"
  | "number"
  | "numberHint"
  | "sex"
  | "birthDay"
  | "guardian"
  | "afterwards"
  | "submit";

interface Props {
  readonly doneHref: string;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly today: string;
  readonly relations: readonly Option[];
  readonly documents: readonly Option[];
  readonly sexes: readonly Option[];
  readonly texts: Readonly<Record<Text | "unreachable", string>>;
}

export function AddForm({ doneHref, today, relations, documents, sexes, texts }: Props) {
  const router = useRouter();
  return (
    <CommandForm
      action={addPatient}
      onDone={({ id, isClaim }) => router.replace(isClaim ? "/patient/people" : doneHref.replace(":id", id))}
      unreachable={texts.unreachable}
      className="group grid gap-5"
    >
      <CommandField name="name" label={texts.name} hint={texts.nameHint}>
        <Input name="name" autoComplete="off" maxLength={60} required />
      </CommandField>
      <CommandField name="relation" label={texts.relation}>
        <Select name="relation" defaultValue="self">
          {relations.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </CommandField>
      <CommandChoice legend={texts.document} name="idDocument" options={documents} defaultValue="resident_id" />
      <CommandField name="idNumber" label={texts.number} hint={texts.numberHint}>
        <Input
          name="idNumber"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={30}
          required
        />
      </CommandField>
      <div className="grid gap-5 group-has-[[value^=resident]:checked]:hidden">
        <CommandChoice legend={texts.sex} name="sex" options={sexes} />
        <CommandField name="birthDay" label={texts.birthDay}>
          <Input type="date" name="birthDay" min="1900-01-01" max={today} />
        </CommandField>
      </div>
      <CommandCheckbox name="isGuardian" label={texts.guardian} />
      <div className="grid gap-2">
        <CommandButton variant="next" size="lg" wide>
          {texts.submit}
        </CommandButton>
        <p className="text-center text-ink-muted text-sm">{texts.afterwards}</p>
      </div>
    </CommandForm>
  );
}

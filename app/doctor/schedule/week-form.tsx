"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { useFormState } from "@/components/form/form-state";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field-note";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { setWeek } from "./actions";

interface Session {
  readonly weekday: string;
  readonly from: string;
  readonly to: string;
  readonly places: string;
}

type Texts = Readonly<
  Record<"weekday" | "from" | "to" | "places" | "add" | "remove" | "none" | "submit" | "unreachable", string>
>;

interface Props {
  readonly offeringId: string;
  readonly name: string;
  readonly sessions: readonly Session[];
  readonly weekdays: readonly { readonly value: string; readonly label: string }[];
  readonly texts: Texts;
}

const columns = "grid grid-cols-[5rem_1fr_1fr_3.75rem_2.75rem] gap-1 sm:grid-cols-[8rem_1fr_1fr_1fr_2.75rem] sm:gap-2";

const fresh: Session = { weekday: "1", from: "09:00", to: "11:30", places: "5" };

/** The ordinary week of one service, a row a session; saved as a whole. */
export function WeekForm({ offeringId, name, sessions, weekdays, texts }: Props) {
  const [rows, setRows] = useState(() => sessions.map((session, key) => ({ key, session })));
  const [next, setNext] = useState(sessions.length);

  function add() {
    setRows([...rows, { key: next, session: rows.at(-1)?.session ?? fresh }]);
    setNext(next + 1);
  }

  return (
    <CommandForm action={setWeek} unreachable={texts.unreachable} label={name} className="grid gap-3">
      <input type="hidden" name="offeringId" value={offeringId} />
      {rows.length === 0 && <p className="text-ink-muted">{texts.none}</p>}
      {rows.length > 0 && (
        <div aria-hidden="true" className={`${columns} text-ink-muted text-sm`}>
          {[texts.weekday, texts.from, texts.to, texts.places].map((text) => (
            <span key={text}>{text}</span>
          ))}
        </div>
      )}
      {rows.map(({ key, session }, row) => (
        <Row
          key={key}
          row={row}
          session={session}
          weekdays={weekdays}
          texts={texts}
          onRemove={() => setRows(rows.filter((one) => one.key !== key))}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" onClick={add}>
          {texts.add}
        </Button>
        <CommandButton>{texts.submit}</CommandButton>
      </div>
    </CommandForm>
  );
}

function Row({
  row,
  session,
  weekdays,
  texts,
  onRemove,
}: {
  row: number;
  session: Session;
  weekdays: Props["weekdays"];
  texts: Texts;
  onRemove: () => void;
}) {
  const { fields } = useFormState();
  const error = ["weekdays", "froms", "tos", "places"].map((field) => fields[`${field}.${row}`]).find(Boolean);
  const label = (text: string) => `${text} ${row + 1}`;
  return (
    <div className="grid gap-1">
      <div className={columns}>
        <Select name="weekdays[]" aria-label={label(texts.weekday)} defaultValue={session.weekday}>
          {weekdays.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </Select>
        <Input
          name="froms[]"
          className="px-2"
          aria-label={label(texts.from)}
          maxLength={5}
          defaultValue={session.from}
        />
        <Input name="tos[]" className="px-2" aria-label={label(texts.to)} maxLength={5} defaultValue={session.to} />
        <Input
          name="places[]"
          className="px-2"
          aria-label={label(texts.places)}
          inputMode="numeric"
          maxLength={3}
          defaultValue={session.places}
        />
        <Button variant="quiet" aria-label={label(texts.remove)} className="px-0" onClick={onRemove}>
          <X aria-hidden="true" className="size-4" />
        </Button>
      </div>
      {error && <FieldError>{error}</FieldError>}
    </div>
  );
}

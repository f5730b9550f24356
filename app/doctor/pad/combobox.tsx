"use client";

import clsx from "clsx";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { FieldError } from "@/components/ui/field-note";
import { inputClass } from "@/components/ui/input";

export interface ComboboxOption {
  readonly value: string;
  readonly label: string;
  readonly detail: string;
  /** Everything it is found by, in lower case. */
  readonly search: string;
  /** Why it cannot be chosen. */
  readonly barred?: string;
}

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly empty: string;
  readonly options: readonly ComboboxOption[];
  readonly error?: string;
  readonly onChoose: (value: string) => void;
}

const SHOWN = 10;

/** Every word of the query occurs; what begins with the query comes first. */
function matching(options: readonly ComboboxOption[], query: string): ComboboxOption[] {
  const words = query.toLowerCase().trim().split(/\s+/);
  const found = options.filter(({ search }) => words.every((word) => search.includes(word)));
  const begins = ({ search }: ComboboxOption) => search.split(/[\s|]+/).some((part) => part.startsWith(words[0] ?? ""));
  return [...found.filter(begins), ...found.filter((option) => !begins(option))].slice(0, SHOWN);
}

/** A search field with a list below it: arrows move, Enter chooses, Escape closes; each choice leaves it empty for the next. */
export function Combobox({ label, hint, empty, options, error, onChoose }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = query.trim() === "" ? [] : matching(options, query);
  const isShown = isOpen && query.trim() !== "";
  const optionId = (index: number) => `${id}-option-${index}`;

  const choose = (option: ComboboxOption | undefined) => {
    if (!option || option.barred) return;
    onChoose(option.value);
    setQuery("");
    setIsOpen(false);
    input.current?.focus();
  };
  const move = (to: number) => setActive(Math.min(Math.max(to, 0), found.length - 1));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !isShown) return;
    const { key } = event;
    if (key === "ArrowDown") move(active + 1);
    else if (key === "ArrowUp") move(active - 1);
    else if (key === "Enter") choose(found[active]);
    else if (key === "Escape") setIsOpen(false);
    else return;
    event.preventDefault();
  };

  return (
    <div className="relative grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        placeholder={hint}
        className={inputClass}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && found[active] ? optionId(active) : undefined}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
          setIsOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setIsOpen(false)}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        hidden={!isShown || found.length === 0}
        className="absolute top-full right-0 left-0 z-20 mt-1 max-h-96 overflow-y-auto rounded-md border border-line-strong bg-surface-raised py-1 shadow-raised"
      >
        {found.map((option, index) => (
          <div
            key={option.value}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            aria-disabled={option.barred ? true : undefined}
            className={clsx(
              "flex cursor-pointer items-center gap-3 px-3 py-2",
              index === active && "bg-primary-tint text-primary-tint-ink",
              option.barred && "cursor-not-allowed",
            )}
            onMouseDown={(event) => {
              // The field keeps the focus, or its blur would close the list before the choice.
              event.preventDefault();
              choose(option);
            }}
            onMouseMove={() => setActive(index)}
          >
            <span className="min-w-0 flex-1">
              <span className="block">{option.label}</span>
              <span className="block text-sm opacity-80">{option.detail}</span>
            </span>
            {option.barred && <Badge tone="danger">{option.barred}</Badge>}
          </div>
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <p role="status" className={clsx("text-ink-muted text-sm", (!isShown || found.length > 0) && "sr-only")}>
        {isShown && (found.length === 0 ? empty : String(found.length))}
      </p>
    </div>
  );
}

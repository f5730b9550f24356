"use client";

import { useRef, useState } from "react";

/** What the address answers; nothing where it does not, so that the next opening asks again. */
async function phrasesFrom(address: string): Promise<readonly string[]> {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? (await answer.json()).phrases : [];
}

/**
 * Sentences that are written often, `given` or fetched from `address` when the menu is opened: one press puts one into the field, where it can be changed before it
 * is sent.
 */
export function PhraseMenu({
  given = [],
  address,
  label,
  onChoose,
}: {
  given?: readonly string[];
  address?: string;
  label: string;
  onChoose: (phrase: string) => void;
}) {
  const menu = useRef<HTMLDetailsElement>(null);
  const [phrases, setPhrases] = useState<readonly string[]>(given);
  return (
    <details
      ref={menu}
      onToggle={(event) => {
        if (address && event.currentTarget.open && phrases.length === 0) void phrasesFrom(address).then(setPhrases);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && menu.current) menu.current.open = false;
      }}
    >
      <summary className="inline-flex min-h-9 cursor-pointer items-center px-1 font-medium text-primary text-sm pointer-coarse:min-h-11">
        {label}
      </summary>
      <ul className="grid max-h-56 gap-0.5 overflow-y-auto rounded-md border border-line bg-surface p-1">
        {phrases.map((phrase) => (
          <li key={phrase}>
            <button
              type="button"
              className="w-full rounded-md px-2 py-2 text-left text-sm hover:bg-primary-tint"
              onClick={() => {
                if (menu.current) menu.current.open = false;
                onChoose(phrase);
              }}
            >
              {phrase}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

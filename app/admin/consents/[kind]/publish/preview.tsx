"use client";

import { useEffect, useRef, useState } from "react";
import { ConsentBody } from "@/components/consent/consent-body";
import { type Stretch, textDiff } from "@/lib/domain/text-diff";
import type { PublishTexts } from "./publish-texts";

export interface Words {
  readonly titleZh: string;
  readonly titleEn: string;
  readonly bodyZh: string;
  readonly bodyEn: string;
}

interface Props {
  readonly words: Words;
  readonly last: Words;
  readonly texts: PublishTexts;
}

/** SHA-256 over both bodies, as the server counts it. */
async function hashOf({ bodyZh, bodyEn }: Words): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${bodyZh}\n${bodyEn}`));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Both languages as the patient reads them, the changes to the last version, and the hash. */
export function Preview({ words, last, texts }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [hash, setHash] = useState("");
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    hashOf(words).then(setHash, () => setHash(""));
  }, [words]);
  const languages = [
    { lang: "zh-CN", name: texts.chinese, title: words.titleZh, body: words.bodyZh, before: last.bodyZh },
    { lang: "en", name: texts.english, title: words.titleEn, body: words.bodyEn, before: last.bodyEn },
  ];
  return (
    <div className="grid gap-5">
      <h2 ref={heading} tabIndex={-1} className="font-semibold text-lg outline-none">
        {texts.previewLead}
      </h2>
      <div className="grid gap-5 lg:grid-cols-2">
        {languages.map(({ lang, name, title, body }) => (
          <section key={lang} lang={lang} aria-label={name} className="grid content-start gap-3">
            <h3 className="font-semibold">{title}</h3>
            <div className="grid gap-3 rounded-md border border-line bg-surface-sunken p-4 leading-relaxed">
              <ConsentBody body={body} />
              <p className="text-center text-ink-muted text-sm">{texts.end}</p>
            </div>
          </section>
        ))}
      </div>
      <h2 className="font-semibold text-lg">{texts.changes}</h2>
      <div className="grid gap-5 lg:grid-cols-2">
        {languages.map(({ lang, name, body, before }) => (
          <section
            key={lang}
            lang={lang}
            aria-label={`${texts.changes} · ${name}`}
            className="grid content-start gap-3"
          >
            <Changes before={before} after={body} texts={texts} />
          </section>
        ))}
      </div>
      <p className="text-sm">
        {texts.hash} <code className="break-all text-xs">{hash}</code>
      </p>
    </div>
  );
}

const numbered = (paragraph: readonly Stretch[]) => paragraph.map((part, at) => ({ at, part }));

function Changes({ before, after, texts }: { before: string; after: string; texts: PublishTexts }) {
  const changed = textDiff(before, after).filter((paragraph) => paragraph.some(({ state }) => state !== "same"));
  if (changed.length === 0) return <p className="text-ink-muted">{texts.unchanged}</p>;
  return changed.map((paragraph) => (
    <p key={paragraph.map(({ state, text }) => state + text).join("")} className="rounded-md border border-line p-3">
      {numbered(paragraph).map(({ at, part }) => (
        <Part key={at} part={part} texts={texts} />
      ))}
    </p>
  ));
}

function Part({ part: { state, text }, texts }: { part: Stretch; texts: PublishTexts }) {
  if (state === "added")
    return (
      <ins title={texts.added} className="bg-success-tint text-success-ink">
        {text}
      </ins>
    );
  if (state === "removed")
    return (
      <del title={texts.removed} className="bg-danger-tint text-danger-ink">
        {text}
      </del>
    );
  return text;
}

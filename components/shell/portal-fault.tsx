"use client";

import { Button } from "@/components/ui/button";
import en from "@/lib/i18n/messages/en/fault.json";
import zh from "@/lib/i18n/messages/zh-CN/fault.json";

/** Something broke while a page was made: nothing of it shows, one can try again. Its few words travel with it, since the server may be what failed. */
export function PortalFault({ retry }: { retry: () => void }) {
  const words = typeof document !== "undefined" && document.documentElement.lang === "en" ? en : zh;
  return (
    <div role="alert" className="mx-auto grid max-w-md gap-4 py-16">
      <h1 className="font-semibold text-2xl">{words.title}</h1>
      <p className="text-ink-muted">{words.text}</p>
      <div>
        <Button onClick={retry}>{words.again}</Button>
      </div>
    </div>
  );
}

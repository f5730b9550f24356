import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import type { Severity } from "@/lib/domain/finding";
import type { FindingLine } from "./finding-lines";

const toneOf: Record<Severity, Tone> = { stop: "danger", reason: "warning", note: "info" };

/** What the automatic checks found, the gravest first, each with its rule. */
export function FindingList({ label, lines }: { label: string; lines: readonly FindingLine[] }) {
  return (
    <ul aria-label={label} className="grid gap-2">
      {lines.map((line) => (
        <li key={line.key} className="grid gap-1 rounded-md border border-line bg-surface-raised px-3 py-2">
          <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
            <Badge tone={toneOf[line.severity]}>{line.severityLabel}</Badge>
            <span className="min-w-0 flex-1 font-medium">{line.text}</span>
            <span className="text-ink-muted text-xs">{line.rule}</span>
          </p>
          {line.advice && <p className="text-ink-muted text-sm">{line.advice}</p>}
          {line.severity === "reason" && line.answer && (
            <p className="border-line-strong border-l-2 pl-2 text-sm">“{line.answer}”</p>
          )}
        </li>
      ))}
    </ul>
  );
}

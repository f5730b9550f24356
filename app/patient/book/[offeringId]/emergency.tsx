"use client";

import { Alert } from "@/components/ui/alert";
import { Button, buttonClass } from "@/components/ui/button";

/** R3: the application ends here; what to do now, and 120 one tap away. */
export function Emergency({
  advice,
  texts,
  onAgain,
}: {
  advice: readonly string[];
  texts: Readonly<Record<"stop" | "stopLead" | "call" | "answerAgain", string>>;
  onAgain: () => void;
}) {
  return (
    <div className="grid gap-4">
      <Alert tone="danger" title={texts.stop} live>
        <ul className="grid gap-2">
          {advice.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="mt-2">{texts.stopLead}</p>
      </Alert>
      <a href="tel:120" className={buttonClass("danger", "lg", true)}>
        {texts.call}
      </a>
      <Button variant="quiet" onClick={onAgain}>
        {texts.answerAgain}
      </Button>
    </div>
  );
}

"use client";

import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { RadioCards } from "@/components/ui/radio-cards";
import type { BookingTexts } from "./booking-texts";

/** R24: medicine by mail takes days. Whoever needs it today is told where to get it, and may go on knowing that. */
export function TodayQuestion({ texts, error }: { texts: BookingTexts["today"]; error: string | undefined }) {
  const [answer, setAnswer] = useState("no answer");
  return (
    <div className="grid gap-3">
      <RadioCards
        columns
        legend={texts.question}
        name="intake.needsToday"
        options={[
          { value: "no", label: texts.no },
          { value: "yes", label: texts.yes },
        ]}
        error={error}
        onChange={setAnswer}
      />
      {answer === "yes" && (
        <Alert
          tone="warning"
          title={texts.come}
          live
          action={
            <a href="tel:120" className={buttonClass("danger", "md")}>
              {texts.call}
            </a>
          }
        >
          <DescriptionList rows={texts.where} />
          <p className="mt-2">{texts.goOn}</p>
        </Alert>
      )}
    </div>
  );
}

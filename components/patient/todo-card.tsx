import { ChevronRight } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Countdown } from "@/components/ui/countdown";
import type { Todo } from "@/lib/domain/patient-home";
import type { PatientHome } from "@/lib/queries/patient/home";
import { todoLine } from "./todo-lines";

/** Something that is under way: what, for whom, and how long it may take. */
export async function TodoCard({ todo, home, now }: { todo: Todo; home: PatientHome; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations("patient.home"), getLocale()]);
  const line = todoLine(todo, home, locale);
  return (
    <Card className="relative flex items-center gap-3 hover:border-line-strong">
      <div className="grid min-w-0 flex-1 gap-0.5">
        <AppLink href={line.href} className="font-medium after:absolute after:inset-0 after:rounded-lg">
          {t(todo.kind, line.values)}
        </AppLink>
        <p className="text-ink-muted text-sm">
          {line.doctor ? t("withDoctor", { patient: line.patient, doctor: line.doctor }) : line.patient}
          {line.number && ` · ${line.number}`}
        </p>
        {todo.dueAt && (
          <p className="text-sm">
            {t("due")}
            <Countdown due={todo.dueAt.toISOString()} from={now.toISOString()} locale={locale} over={t("over")} />
          </p>
        )}
      </div>
      <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-ink-muted" />
    </Card>
  );
}

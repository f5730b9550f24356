import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Card, Section } from "@/components/ui/card";
import { formatMoment } from "@/components/ui/moment";
import type { RecordPanel, RecordTab } from "@/lib/domain/record-panel";
import { visitTitle } from "@/lib/domain/visit";
import { LabList } from "./lab-list";
import { ReportList } from "./report-list";

/** What the hospital's record says, as a doctor reads it: what runs, what is known, when the person was there, what was measured. */
export async function RecordLists({
  record,
  tab,
  reportActions,
}: {
  record: RecordPanel;
  tab?: RecordTab;
  /** What can be done with a report. */
  reportActions?: ((fhirId: string) => ReactNode) | undefined;
}) {
  const isShown = (part: RecordTab) => tab === undefined || tab === part;
  const [t, locale] = await Promise.all([getTranslations("doctor.record"), getLocale()]);
  const day = (at: Date) => formatMoment(at, locale, "date");
  return (
    <>
      {isShown("overview") && (
        <>
          <Part title={t("running")} empty={t("none")}>
            {record.running.map(({ fhirId, display, dosage }) => (
              <li key={fhirId}>
                {display}
                {dosage && <span className="block text-ink-muted text-sm">{dosage}</span>}
              </li>
            ))}
          </Part>
          <Part title={t("problems")} empty={t("none")}>
            {record.problems.map(({ fhirId, display, code, since }) => (
              <li key={fhirId}>
                {display}{" "}
                <span className="text-ink-muted text-sm">
                  {[code, since && day(since)].filter(Boolean).join(" · ")}
                </span>
              </li>
            ))}
          </Part>
        </>
      )}
      {isShown("visits") && (
        <Part title={t("visits")} empty={t("none")}>
          {record.visits.map((visit) => (
            <li key={visit.fhirId}>
              {visitTitle(visit)}
              <span className="block text-ink-muted text-sm">
                {[day(visit.at), visit.department].filter(Boolean).join(" · ")}
              </span>
            </li>
          ))}
        </Part>
      )}
      {isShown("results") && (
        <Part title={t("labs", { count: record.labs.length })} empty={t("none")}>
          {record.labs.length > 0
            ? [
                <li key="labs">
                  <LabList labs={record.labs} />
                </li>,
              ]
            : []}
        </Part>
      )}
      {isShown("reports") && (
        <Part title={t("reports")} empty={t("none")}>
          {record.reports.length > 0
            ? [
                <li key="reports">
                  <ReportList reports={record.reports} actions={reportActions} />
                </li>,
              ]
            : []}
        </Part>
      )}
    </>
  );
}

/** One list of the record, or that there is nothing on it. */
export function Part({ title, empty, children }: { title: string; empty: string; children: readonly ReactNode[] }) {
  return (
    <Section title={title} level={3}>
      {children.length > 0 ? (
        <Card className="px-3 py-2">
          <ul className="grid gap-2">{children}</ul>
        </Card>
      ) : (
        <p className="text-ink-muted text-sm">{empty}</p>
      )}
    </Section>
  );
}

import { getLocale, getTranslations } from "next-intl/server";
import type { ComponentProps, ReactNode } from "react";
import { Age } from "@/components/patient/age";
import { AllergyNote } from "@/components/record/allergy-note";
import { Section } from "@/components/ui/card";
import { formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { SplitDesk } from "@/components/ui/split-desk";
import type { RecordKind } from "@/lib/domain/record";
import type { PrescribingDesk } from "@/lib/queries/doctor/prescribing-desk";
import { Pad } from "./pad";
import { padDesk } from "./pad-desk";
import { padTexts } from "./pad-texts";

interface Props extends Pick<ComponentProps<typeof Pad>, "sign" | "about" | "content"> {
  readonly desk: PrescribingDesk;
  readonly title: string;
  readonly now: Date;
  /** Stands above the pad: why it came back. */
  readonly children?: ReactNode;
}

/** The pad with the patient beside it: allergies pinned, what runs, what is known. */
export async function PadPage({ desk, title, now, children, ...pad }: Props) {
  const [t, terms, locale] = await Promise.all([getTranslations("doctor"), getTranslations("terms"), getLocale()]);
  const { patient, consultation } = desk;
  const entries = (kind: RecordKind) => desk.record.filter((entry) => entry.kind === kind);
  return (
    <>
      <PageHeader
        back={{ href: `/doctor/consultations/${consultation.id}`, label: t("pad.back") }}
        title={title}
        lead={
          <>
            {patient.name} · {terms(`sex.${patient.sex}`)} · <Age birthDate={patient.birthDate} now={now} /> ·{" "}
            {consultation.number}
          </>
        }
      />
      <div className="mb-5">
        <AllergyNote allergies={entries("allergy")} hasRecord={patient.recordFetchedAt !== null} />
      </div>
      <SplitDesk
        side={
          <div className="grid gap-5">
            <Known title={t("record.running")} entries={entries("medication")} none={t("record.none")} />
            <Known title={t("record.problems")} entries={entries("condition")} none={t("record.none")} />
            <p className="text-ink-muted text-sm">
              {patient.recordFetchedAt && t("record.asOf", { at: formatMoment(patient.recordFetchedAt, locale) })}
            </p>
          </div>
        }
      >
        {children}
        <Pad {...pad} desk={await padDesk(desk)} texts={await padTexts()} locale={locale} />
      </SplitDesk>
    </>
  );
}

function Known({ title, entries, none }: { title: string; entries: PrescribingDesk["record"]; none: string }) {
  return (
    <Section title={title} level={3}>
      {entries.length > 0 ? (
        <ul className="grid gap-1">
          {entries.map(({ fhirId, display }) => (
            <li key={fhirId}>{display}</li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-muted text-sm">{none}</p>
      )}
    </Section>
  );
}

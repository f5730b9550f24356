import { Pill } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/button-link";
import { Card, Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { medicinesOf } from "@/lib/queries/patient/medicines";
import { Course } from "./course";
import { Today } from "./today";

export const generateMetadata = pageTitle("medicines", "title");

/** What my people take: today's doses first, then each medicine in plain words. */
export default async function MedicinesPage() {
  const actor = await requireActor("patient");
  const now = new Date();
  const [people, t, locale] = await Promise.all([medicinesOf(actor, now), getTranslations("medicines"), getLocale()]);
  const taking = people.filter(({ running }) => running.length > 0);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {taking.length === 0 && (
        <EmptyState icon={<Pill />} title={t("none")}>
          {t("noneLead")}
        </EmptyState>
      )}
      {taking.map((person) => (
        <Section key={person.id} title={person.name}>
          <Today person={person} locale={locale} />
          <ul className="grid gap-3">
            {person.running.map((course) => (
              <li key={course.itemId}>
                <Card>
                  <Course course={course} locale={locale} />
                </Card>
              </li>
            ))}
          </ul>
          <p>
            <a
              className="inline-flex min-h-11 items-center font-medium text-primary underline underline-offset-4"
              href={`/api/medicines/calendar?patientId=${person.id}`}
              download
            >
              {t("calendar")}
            </a>
          </p>
        </Section>
      ))}
      <p className="mt-6">
        <AppLink href="/patient/prescriptions">{t("prescriptions")}</AppLink>
      </p>
    </>
  );
}

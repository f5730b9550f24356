import { ClipboardList } from "lucide-react";
import { Alert } from "./alert";
import { Avatar } from "./avatar";
import { Badge } from "./badge";
import { Button } from "./button";
import { ButtonLink } from "./button-link";
import { Card, Section } from "./card";
import { Countdown } from "./countdown";
import { Disclosure } from "./disclosure";
import { EmptyState } from "./empty-state";
import { NextStep } from "./next-step";
import { SkeletonLines } from "./skeleton";
import { StatusPill } from "./status-pill";
import type { Samples } from "./styleguide-chinese";

const HOUR = 3_600_000;

export function StyleguideMessages({ samples, locale, now }: { samples: Samples; locale: string; now: Date }) {
  const due = new Date(now.getTime() + 1.75 * HOUR).toISOString();
  return (
    <>
      <Section title={samples.messages}>
        <NextStep
          label={samples.nextLabel}
          title={samples.nextTitle}
          due={
            <>
              {samples.left}{" "}
              <Countdown due={due} from={now.toISOString()} locale={locale} over={samples.over} urgentMinutes={15} />
            </>
          }
          action={
            <ButtonLink href="/styleguide" variant="next" size="lg">
              {samples.next}
            </ButtonLink>
          }
        >
          {samples.nextText}
        </NextStep>
        <div className="grid gap-3 lg:grid-cols-2">
          <Alert>{samples.info}</Alert>
          <Alert tone="success">{samples.success}</Alert>
          <Alert tone="warning" title={samples.warningTitle}>
            {samples.warning}
          </Alert>
          <Alert
            tone="danger"
            title={samples.dangerTitle}
            action={
              <Button variant="danger" size="sm">
                {samples.retry}
              </Button>
            }
          >
            {samples.danger2}
          </Alert>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <StatusPill tone="next" open>
            {samples.states.open}
          </StatusPill>
          <StatusPill tone="info" open>
            {samples.states.working}
          </StatusPill>
          <StatusPill tone="warning" open>
            {samples.states.warned}
          </StatusPill>
          <StatusPill tone="success">{samples.states.done}</StatusPill>
          <StatusPill>{samples.states.returned}</StatusPill>
          <Badge>{samples.flags.new}</Badge>
          <Badge tone="primary">{samples.flags.text}</Badge>
          <Badge tone="info">{samples.flags.child}</Badge>
          <Badge tone="danger">{samples.flags.allergy}</Badge>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          {samples.doctors.map((name) => (
            <span key={name} className="flex items-center gap-2">
              <Avatar name={name} />
              {name}
            </span>
          ))}
          <Avatar name={samples.doctor} size="lg" />
          <Avatar name={samples.doctor} size="sm" />
        </div>
      </Section>
      <Section title={samples.waiting}>
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <Card>
            <EmptyState
              icon={<ClipboardList />}
              title={samples.emptyTitle}
              action={
                <ButtonLink href="/styleguide" variant="secondary">
                  {samples.find}
                </ButtonLink>
              }
            >
              {samples.empty}
            </EmptyState>
          </Card>
          <div className="grid gap-3">
            <Card>
              <SkeletonLines label={samples.loading} />
            </Card>
            <Disclosure summary={samples.more} open>
              {samples.moreText}
            </Disclosure>
          </div>
        </div>
      </Section>
    </>
  );
}

import { BarChart } from "./bar-chart";
import { Card, Section } from "./card";
import { DataTable } from "./data-table";
import { DateTime } from "./date-time";
import { DescriptionList } from "./description-list";
import { LineChart } from "./line-chart";
import { LocaleSwitch } from "./locale-switch";
import { Price } from "./price";
import { Steps } from "./steps";
import type { Samples } from "./styleguide-chinese";
import { Tabs } from "./tabs";
import { Timeline } from "./timeline";

const HOUR = 3_600_000;
const counts = [42, 38, 51, 47, 60, 33, 28];
const waits = [
  [22, 25, 19, 31, 28, 24, 18, 20, 26, 30, 27, 21],
  [35, 33, 38, null, 41, 37, 36, 40, 44, 39, 35, 33],
  [12, 11, 14, 13, 12, 15, 16, 12, 11, 10, 13, 12],
];

export function StyleguideContent({ samples, locale, now }: { samples: Samples; locale: string; now: Date }) {
  const [done, present, coming] = samples.timeline;
  const hours = (count: number) => new Date(now.getTime() + count * HOUR);
  const days = counts.map((_, index) => hours((index - counts.length) * 24));
  const day = (at: Date) => new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "Asia/Shanghai" }).format(at);
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  return (
    <>
      <Section title={samples.content}>
        <Tabs
          label={samples.tabsLabel}
          current="/0"
          tabs={samples.tabs.map((label, index) => ({
            href: `/${index}`,
            label,
            count: index < 2 ? 12 - index * 9 : undefined,
          }))}
        />
        <Steps steps={samples.steps} current={1} label={samples.stepsLabel} />
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <Card className="grid gap-4 p-5">
            <Section title={samples.track} level={3}>
              <Timeline
                label={samples.track}
                entries={[
                  {
                    id: "1",
                    state: "done",
                    title: done?.[0],
                    who: done?.[1],
                    detail: done?.[2],
                    when: <DateTime at={hours(-5)} locale={locale} />,
                  },
                  {
                    id: "2",
                    state: "now",
                    title: present?.[0],
                    who: present?.[1],
                    detail: present?.[2],
                    when: <DateTime at={hours(-1)} locale={locale} format="distance" now={now} />,
                  },
                  {
                    id: "3",
                    state: "next",
                    title: coming?.[0],
                    who: coming?.[1],
                    when: <DateTime at={hours(3)} locale={locale} format="deadline" now={now} />,
                  },
                ]}
              />
            </Section>
          </Card>
          <Card className="grid gap-4 p-5">
            <Section
              title={samples.order}
              level={3}
              actions={
                <LocaleSwitch
                  label={samples.language}
                  current={locale}
                  choices={[
                    { locale: "zh-CN", label: "中文", href: "?zh" },
                    { locale: "en", label: "English", href: "?en" },
                  ]}
                />
              }
            >
              <DescriptionList
                rows={[
                  [samples.rows.number, "2026 1123 0007"],
                  [samples.rows.who, samples.values.who],
                  [samples.rows.address, samples.values.address],
                  [samples.rows.carrier, samples.values.carrier],
                  [samples.rows.pay, <Price key="pay" fen={7820} locale={locale} size="lg" />],
                ]}
              />
            </Section>
          </Card>
        </div>
        <DataTable
          caption={samples.medicines}
          showCaption
          rows={samples.drugs}
          rowKey={([name]) => String(name)}
          columns={[
            { id: "name", head: samples.table.name, cell: ([name]) => name, total: samples.table.total },
            { id: "dose", head: samples.table.dose, cell: ([, dose]) => dose },
            { id: "count", head: samples.table.count, cell: ([, , count]) => count, numeric: true },
            {
              id: "price",
              head: samples.table.price,
              cell: ([, , , fen]) => <Price fen={Number(fen)} locale={locale} />,
              numeric: true,
              total: <Price fen={6620} locale={locale} />,
            },
          ]}
        />
      </Section>
      <Section title={samples.charts}>
        <div className="grid gap-5 lg:grid-cols-2">
          <Card className="grid gap-4 p-5">
            <h3 className="font-semibold">{samples.day}</h3>
            <BarChart
              title={samples.day}
              unit={samples.people}
              bars={counts.map((value, index) => ({ label: day(days[index] ?? now), value }))}
              format={number}
            />
          </Card>
          <Card className="grid gap-4 p-5">
            <h3 className="font-semibold">{samples.week}</h3>
            <LineChart
              title={samples.week}
              unit={samples.minutes}
              labels={waits[0]?.map((_, index) => String(index + 1)) ?? []}
              series={samples.series.map((label, index) => ({ label, values: waits[index] ?? [] }))}
              format={number}
            />
          </Card>
        </div>
      </Section>
    </>
  );
}

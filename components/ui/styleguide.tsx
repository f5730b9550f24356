import { Mark } from "./mark";
import { PageHeader } from "./page-header";
import { StyleguideActions } from "./styleguide-actions";
import { chinese } from "./styleguide-chinese";
import { StyleguideContent } from "./styleguide-content";
import { english } from "./styleguide-english";
import { StyleguideForms } from "./styleguide-forms";
import { StyleguideMessages } from "./styleguide-messages";
import { StyleguideTokens } from "./styleguide-tokens";

/** All primitives in their states, for those who build. A route of the development server mounts it inside a frame. */
export function Styleguide({ locale, now }: { locale: string; now: Date }) {
  const samples = locale === "en" ? english : chinese;
  return (
    <div className="grid gap-12 [&>*]:min-w-0">
      <PageHeader title={samples.title} actions={<Mark />} lead={samples.lead} />
      <StyleguideTokens samples={samples} />
      <StyleguideActions samples={samples} />
      <StyleguideForms samples={samples} />
      <StyleguideMessages samples={samples} locale={locale} now={now} />
      <StyleguideContent samples={samples} locale={locale} now={now} />
    </div>
  );
}

import { ArrowRight, Plus } from "lucide-react";
import { Button, type ButtonSize, type ButtonVariant } from "./button";
import { AppLink, ButtonLink } from "./button-link";
import { Section } from "./card";
import { Dialog } from "./dialog";
import type { Samples } from "./styleguide-chinese";
import { StyleguideToasts } from "./styleguide-toasts";

const variants: readonly ButtonVariant[] = ["primary", "next", "secondary", "quiet", "danger"];
const sizes: readonly ButtonSize[] = ["sm", "md", "lg"];

export function StyleguideActions({ samples }: { samples: Samples }) {
  return (
    <Section title={samples.actions}>
      {sizes.map((size) => (
        <div key={size} className="flex flex-wrap items-center gap-3">
          {variants.map((variant) => (
            <Button key={variant} variant={variant} size={size}>
              {samples[variant]}
            </Button>
          ))}
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-3">
        {variants.map((variant) => (
          <Button key={variant} variant={variant} busy>
            {samples.busy}
          </Button>
        ))}
        <Button disabled>{samples.disabled}</Button>
        <Button variant="secondary" disabled>
          {samples.disabled}
        </Button>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="secondary">
          <Plus aria-hidden="true" />
          {samples.secondary}
        </Button>
        <ButtonLink href="/styleguide" variant="next">
          {samples.next}
          <ArrowRight aria-hidden="true" />
        </ButtonLink>
        <AppLink href="/styleguide">{samples.quiet}</AppLink>
        <Dialog trigger={samples.dialogOpen} title={samples.dialogTitle} closeLabel={samples.close} variant="secondary">
          <form method="dialog" className="grid gap-4">
            <p className="text-ink-muted">{samples.moreText}</p>
            <Button type="submit" variant="danger" wide>
              {samples.dialogOpen}
            </Button>
          </form>
        </Dialog>
        <StyleguideToasts
          texts={{
            saved: samples.saved,
            failed: samples.failed,
            undo: samples.undo,
            showSaved: samples.showSaved,
            showFailed: samples.showFailed,
            region: samples.notices,
            dismiss: samples.dismiss,
          }}
        />
      </div>
      <div className="max-w-sm">
        <Button variant="next" size="lg" wide>
          {samples.wide}
        </Button>
      </div>
    </Section>
  );
}

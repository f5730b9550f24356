import { Card, Section } from "./card";
import { Checkbox } from "./checkbox";
import { CountedTextarea } from "./counted-textarea";
import { Field } from "./field";
import { Fieldset } from "./fieldset";
import { FormMessage } from "./form-message";
import { Input, Textarea } from "./input";
import { RadioCards } from "./radio-cards";
import { Select } from "./select";
import type { Samples } from "./styleguide-chinese";

export function StyleguideForms({ samples }: { samples: Samples }) {
  return (
    <Section title={samples.forms}>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Card className="grid gap-5 p-5">
          <Field label={samples.name} hint={samples.nameHint}>
            <Input name="name" placeholder={samples.namePlaceholder} />
          </Field>
          <Field label={samples.phone} error={samples.phoneError}>
            <Input name="phone" inputMode="tel" defaultValue="1385550" />
          </Field>
          <Field label={samples.department}>
            <Select name="department">
              {samples.departments.map((department) => (
                <option key={department}>{department}</option>
              ))}
            </Select>
          </Field>
          <Field label={samples.symptoms} hint={samples.symptomsHint} mark={samples.optional}>
            <CountedTextarea
              name="symptoms"
              maxLength={60}
              left={samples.charactersLeft}
              defaultValue={samples.specimen}
            />
          </Field>
          <Field label={samples.order}>
            <Input name="locked" disabled defaultValue={samples.disabled} />
          </Field>
          <Field label={samples.quiet}>
            <Textarea name="read" readOnly rows={2} defaultValue={samples.info} />
          </Field>
        </Card>
        <Card className="grid gap-5 p-5">
          <RadioCards
            legend={samples.delivery}
            name="delivery"
            defaultValue="express"
            options={[
              { value: "pickup", label: samples.pickup, hint: samples.pickupHint, aside: "¥0" },
              { value: "express", label: samples.express, hint: samples.expressHint, aside: "¥12" },
              { value: "cold", label: samples.cold, hint: samples.coldHint, disabled: true },
            ]}
          />
          <Fieldset legend={samples.reminders} error={samples.remindersError}>
            <Checkbox name="wechat" label={samples.wechat} />
            <Checkbox name="sms" label={samples.sms} defaultChecked disabled />
          </Fieldset>
          <Checkbox
            name="consent"
            label={samples.consent}
            hint={samples.consentHint}
            error={samples.consentError}
            required
          />
          <FormMessage>{samples.wrong}</FormMessage>
        </Card>
      </div>
    </Section>
  );
}

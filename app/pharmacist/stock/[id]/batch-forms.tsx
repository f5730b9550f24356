import { getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { writeOffReasons } from "@/lib/domain/stock-input";
import { countBatch, recallBatch, writeOff } from "../actions";

const texts = () => Promise.all([getTranslations("pharmacist.stock"), getTranslations("common")]);

/** What somebody has counted on the shelf. */
export async function CountForm({ batch }: { batch: { id: string; quantity: number; location: string } }) {
  const [t, common] = await texts();
  return (
    <Disclosure summary={t("count.title")}>
      <CommandForm
        action={countBatch}
        unreachable={common("unreachable")}
        label={t("count.title")}
        className="grid gap-3"
      >
        <input type="hidden" name="batchId" value={batch.id} />
        <CommandField name="counted" label={t("count.counted")}>
          <Input type="number" name="counted" min={0} defaultValue={batch.quantity} />
        </CommandField>
        <CommandField name="location" label={t("place")}>
          <Input name="location" defaultValue={batch.location} autoComplete="off" />
        </CommandField>
        <CommandField name="note" label={t("noteOf")}>
          <Input name="note" maxLength={200} autoComplete="off" />
        </CommandField>
        <CommandButton>{t("count.save")}</CommandButton>
      </CommandForm>
    </Disclosure>
  );
}

/** Packs that leave the shelf for good. */
export async function WriteOffForm({ batchId }: { batchId: string }) {
  const [t, common] = await texts();
  return (
    <Disclosure summary={t("off.title")}>
      <CommandForm
        action={writeOff}
        unreachable={common("unreachable")}
        label={t("off.title")}
        resetWhenDone
        className="grid gap-3"
      >
        <input type="hidden" name="batchId" value={batchId} />
        <CommandField name="packs" label={t("off.packs")}>
          <Input type="number" name="packs" min={1} />
        </CommandField>
        <CommandField name="reason" label={t("off.reason")}>
          <Select name="reason">
            {writeOffReasons.map((reason) => (
              <option key={reason} value={reason}>
                {t(`off.why.${reason}`)}
              </option>
            ))}
          </Select>
        </CommandField>
        <CommandField name="note" label={t("noteOf")}>
          <Input name="note" maxLength={200} autoComplete="off" />
        </CommandField>
        <CommandButton>{t("off.save")}</CommandButton>
      </CommandForm>
    </Disclosure>
  );
}

/** The head pharmacist calls a batch back. */
export async function RecallForm({ batchId }: { batchId: string }) {
  const [t, common] = await texts();
  return (
    <Disclosure summary={t("recall.title")}>
      <CommandForm
        action={recallBatch}
        unreachable={common("unreachable")}
        label={t("recall.title")}
        className="grid gap-3"
      >
        <p className="text-ink-muted text-sm">{t("recall.lead")}</p>
        <input type="hidden" name="batchId" value={batchId} />
        <CommandField name="reason" label={t("recall.reason")}>
          <Textarea name="reason" rows={2} maxLength={300} />
        </CommandField>
        <CommandButton variant="danger">{t("recall.confirm")}</CommandButton>
      </CommandForm>
    </Disclosure>
  );
}

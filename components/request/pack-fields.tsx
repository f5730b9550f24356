import { CommandField } from "@/components/form/command-field";
import { Input } from "@/components/ui/input";

/** How many packs of each line, side by side with the lines' ids as a command reads them. */
export function PackFields({
  lines,
}: {
  lines: readonly { readonly id: string; readonly label: string; readonly most: number }[];
}) {
  return lines.map(({ id, label, most }) => (
    <div key={id}>
      <input type="hidden" name="orderItemIds[]" value={id} />
      <CommandField name="packs" label={label}>
        <Input type="number" name="packs[]" min={0} max={most} defaultValue={0} />
      </CommandField>
    </div>
  ));
}

import { Button } from "~/components/ui/button";
import { Select } from "~/components/ui/select";
import type { PreviewDraw } from "./preview-answers";

/** What an attempt draws, chosen here, so that each opening can be read. */
export function PreviewDraws({ draws }: { readonly draws: readonly PreviewDraw[] }) {
  if (draws.length === 0) return null;
  return (
    <form method="get" className="flex flex-wrap items-end gap-x-5 gap-y-3">
      {draws.map(({ name, values, drawn }) => (
        <Select
          key={`${name} ${drawn}`}
          label={`Drawn: ${name}`}
          name="draw"
          defaultValue={drawn}
          options={values.map(({ draw, text }) => ({ value: draw, label: text }))}
        />
      ))}
      <Button variant="quiet">Start with these</Button>
    </form>
  );
}

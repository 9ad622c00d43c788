import { Form } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Select } from "~/components/ui/select";
import { TextField } from "~/components/ui/text-field";
import { searchWasCut } from "~/core/prose/search-words";

interface PeopleSearchProps {
  readonly words: string;
  /** More was searched for than a search takes. */
  readonly cut: boolean;
  readonly standing: string;
}

/** A form that asks by address, so that a search can be kept and shared. */
export function PeopleSearch({ words, cut, standing }: PeopleSearchProps) {
  return (
    <Form method="get" role="search" className="screen-only flex flex-wrap items-end gap-4">
      <div className="min-w-56 grow">
        <TextField
          key={words}
          label="Name or e-mail"
          name="q"
          type="search"
          defaultValue={words}
          errors={cut ? [searchWasCut] : []}
        />
      </div>
      <Select
        label="Standing"
        name="standing"
        defaultValue={standing}
        options={[
          { value: "active", label: "Active" },
          { value: "deactivated", label: "Deactivated" },
          { value: "everyone", label: "Everyone" },
        ]}
      />
      <Button variant="quiet">Search</Button>
    </Form>
  );
}

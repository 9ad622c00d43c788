import { Form, Link } from "@remix-run/react";
import { Button, buttonClass } from "~/components/ui/button";
import { Select } from "~/components/ui/select";
import { TextField } from "~/components/ui/text-field";
import type { RecordsFilter } from "~/core/completion/records-filter.schema";
import { completionKinds, kindNames } from "~/core/completion/rule";
import { searchWasCut } from "~/core/prose/search-words";
import { paths } from "~/paths";

interface RecordsFilterFormProps {
  readonly filter: RecordsFilter;
  /** More was searched for than a search takes. */
  readonly cut: boolean;
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  /** Of the person that the list is narrowed to. */
  readonly personName: string | null;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Narrows the list; a plain form, so that the address says what one is looking at. */
export function RecordsFilterForm({ filter, cut, teams, personName }: RecordsFilterFormProps) {
  const narrowed = Object.values(filter).some((value) => value !== undefined);
  return (
    <Form method="get" role="search" aria-label="Narrow the records" className="screen-only">
      {filter.person === undefined ? null : (
        <input type="hidden" name="person" value={filter.person} />
      )}
      {personName === null ? null : (
        <p className="mb-4">
          Only <strong className="font-medium">{personName}</strong>.
        </p>
      )}
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_auto]">
        <TextField
          key={filter.text}
          label="Name, e-mail or title"
          name="text"
          type="search"
          defaultValue={filter.text ?? ""}
          errors={cut ? [searchWasCut] : []}
        />
        <Select
          label="Team"
          name="team"
          defaultValue={filter.team ?? ""}
          options={[
            { value: "", label: "All teams" },
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Select
          label="Kind"
          name="kind"
          defaultValue={filter.kind ?? ""}
          options={[
            { value: "", label: "All kinds" },
            ...completionKinds.map((kind) => ({ value: kind, label: capital(kindNames[kind]) })),
          ]}
        />
        <div className="flex flex-wrap gap-2">
          <Button variant="quiet">Show</Button>
          {narrowed ? (
            <Link to={paths.records()} className={buttonClass("plain")}>
              Show all
            </Link>
          ) : null}
        </div>
      </div>
    </Form>
  );
}

import { NarrowingChoice, NarrowingForm } from "~/components/shell/narrowing-form";
import type { RecordsFilter } from "~/core/completion/records-filter.schema";
import { completionKinds, kindNames } from "~/core/completion/rule";
import { capital } from "~/core/prose/in-words";
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

/** Narrows the records, by what was completed and by whom. */
export function RecordsFilterForm({ filter, cut, teams, personName }: RecordsFilterFormProps) {
  return (
    <NarrowingForm
      label="Narrow the records"
      words="Name, e-mail or title"
      wordsProblem={cut ? searchWasCut : undefined}
      filter={filter}
      all={paths.records()}
      columns="lg:grid-cols-[2fr_1fr_1fr_auto]"
      person={
        personName === null ? null : (
          <>
            Only <strong className="font-medium">{personName}</strong>.
          </>
        )
      }
    >
      <NarrowingChoice
        label="Team"
        name="team"
        value={filter.team}
        all="All teams"
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <NarrowingChoice
        label="Kind"
        name="kind"
        value={filter.kind}
        all="All kinds"
        options={completionKinds.map((kind) => ({ value: kind, label: capital(kindNames[kind]) }))}
      />
    </NarrowingForm>
  );
}

import { NarrowingChoice, NarrowingForm } from "~/components/shell/narrowing-form";
import { TextField } from "~/components/ui/text-field";
import { auditAreas } from "~/core/audit/audit-action";
import type { AuditFilter, AuditFilterProblems } from "~/core/audit/audit-filter.schema";
import { paths } from "~/paths";

interface AuditFilterFormProps {
  readonly filter: AuditFilter;
  readonly problems: AuditFilterProblems;
  /** Of the person that the list is narrowed to. */
  readonly personName: string | null;
}

const listed = (sentence: string | undefined) => (sentence === undefined ? [] : [sentence]);

/** Narrows the audit, by what was changed, when, and by whom. */
export function AuditFilterForm({ filter, problems, personName }: AuditFilterFormProps) {
  return (
    <NarrowingForm
      label="Narrow the audit"
      words="Name, e-mail, address or words"
      wordsProblem={problems.text}
      filter={filter}
      all={paths.adminAudit()}
      columns="lg:grid-cols-[2fr_1.2fr_1fr_1fr_auto]"
      person={
        personName === null ? null : (
          <>
            Only what <strong className="font-medium">{personName}</strong> did, or was done to
            them.
          </>
        )
      }
    >
      <NarrowingChoice
        label="About"
        name="area"
        value={filter.area}
        all="Everything"
        options={Object.entries(auditAreas).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        label="From"
        name="from"
        type="date"
        defaultValue={filter.from ?? ""}
        errors={listed(problems.from)}
      />
      <TextField
        label="To"
        name="to"
        type="date"
        defaultValue={filter.to ?? ""}
        errors={listed(problems.to)}
      />
    </NarrowingForm>
  );
}

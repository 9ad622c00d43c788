import { Form, Link } from "@remix-run/react";
import { Button, buttonClass } from "~/components/ui/button";
import { Select } from "~/components/ui/select";
import { TextField } from "~/components/ui/text-field";
import { auditAreas } from "~/core/audit/audit-action";
import { paths } from "~/paths";

interface AuditFilterFormProps {
  readonly filter: {
    readonly person?: string | undefined;
    readonly area?: string | undefined;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly text?: string | undefined;
  };
  /** Of the person that the list is narrowed to. */
  readonly personName: string | null;
}

/** Narrows the list; a plain form, so that the address says what one is looking at. */
export function AuditFilterForm({ filter, personName }: AuditFilterFormProps) {
  const narrowed = Object.values(filter).some((value) => value !== undefined);
  return (
    <Form method="get" role="search" aria-label="Narrow the audit" className="screen-only">
      {filter.person === undefined ? null : (
        <input type="hidden" name="person" value={filter.person} />
      )}
      {personName === null ? null : (
        <p className="mb-4">
          Only what <strong className="font-medium">{personName}</strong> did, or was done to them.
        </p>
      )}
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1.2fr_1fr_1fr_auto]">
        <TextField
          label="Name, e-mail, address or words"
          name="text"
          type="search"
          maxLength={100}
          defaultValue={filter.text ?? ""}
        />
        <Select
          label="About"
          name="area"
          defaultValue={filter.area ?? ""}
          options={[
            { value: "", label: "Everything" },
            ...Object.entries(auditAreas).map(([value, label]) => ({ value, label })),
          ]}
        />
        <TextField label="From" name="from" type="date" defaultValue={filter.from ?? ""} />
        <TextField label="To" name="to" type="date" defaultValue={filter.to ?? ""} />
        <div className="flex flex-wrap gap-2">
          <Button variant="quiet">Show</Button>
          {narrowed ? (
            <Link to={paths.adminAudit()} className={buttonClass("plain")}>
              Show all
            </Link>
          ) : null}
        </div>
      </div>
    </Form>
  );
}

import { getFormProps, getInputProps, getTextareaProps, useForm } from "@conform-to/react";
import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { ImportPreview, type PreviewedList } from "~/components/admin/import-preview";
import { useSentOnce } from "~/components/admin/use-sent-once";
import { Button } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { FormProblem } from "~/components/ui/form-problem";
import { TextArea } from "~/components/ui/text-area";
import { columnNames, listColumns } from "~/core/access/pasted-people";
import { peopleListForm } from "~/core/access/people-list.schema";

interface ImportFormProps {
  readonly lastResult: SubmissionResult | undefined;
  /** What was read, once there was a preview. */
  readonly preview: PreviewedList | null;
  /** Whether mail goes out; without a mail server it is kept in a folder. */
  readonly mailServer: boolean;
}

const headings = listColumns.map((column) => columnNames[column]).join(", ");

export function ImportForm({ lastResult, preview, mailServer }: ImportFormProps) {
  const onSubmit = useSentOnce();
  const [form, { list, mail }] = useForm({
    id: "import",
    lastResult: lastResult ?? null,
    onSubmit,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: peopleListForm }),
  });
  const rows = preview?.rows ?? [];
  const ready = preview !== null && rows.every(({ problems }) => problems.length === 0);
  const count = rows.length + (preview?.more.right ?? 0);
  return (
    <Form method="post" className="space-y-6" {...getFormProps(form)}>
      <FormProblem id={form.errorId} title="Nobody was added" errors={form.errors} />
      <TextArea
        label="The list"
        hint={`Columns, in this order or with a heading in any order: ${headings}. Only name and e-mail are needed; without a first day it is today. A manager may be in the same list.`}
        errors={list.errors}
        {...getTextareaProps(list, { ariaAttributes: false })}
        key="list"
        rows={10}
        wrap="off"
        spellCheck={false}
        className="font-mono! text-sm!"
      />
      <Checkbox
        label="Mail everybody an address to set a password"
        hint={`${mailServer ? "Or" : "No mail server is set up: the mails are kept in the mail folder beside the data. Better"} make the addresses afterwards, all on one page to print.`}
        {...getInputProps(mail, { type: "checkbox", ariaAttributes: false })}
        key="mail"
      />
      {preview === null ? null : <ImportPreview {...preview} />}
      <div className="flex flex-wrap gap-3">
        {ready ? (
          <Button name="intent" value="add">
            {count === 1 ? "Add this person" : `Add these ${count} people`}
          </Button>
        ) : null}
        <Button variant={ready ? "quiet" : "primary"} name="intent" value="preview">
          {preview === null ? "See what it says" : "Check it again"}
        </Button>
      </div>
    </Form>
  );
}

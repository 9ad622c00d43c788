import { getFormProps, useForm, type DefaultValue, type SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { PersonFields } from "~/components/admin/person-fields";
import { ReturnedProblems } from "~/components/admin/returned-problems";
import { useSentOnce } from "~/components/admin/use-sent-once";
import { Button } from "~/components/ui/button";
import { FormProblem } from "~/components/ui/form-problem";
import { personDetails, type PersonDetails, type PersonInput } from "~/core/access/person.schema";

interface PersonFormProps {
  readonly values: DefaultValue<PersonInput>;
  readonly lastResult: SubmissionResult | undefined;
  readonly teams: readonly string[];
  readonly timeZones: readonly string[];
  readonly submit: string;
}

export function PersonForm({ values, lastResult, teams, timeZones, submit }: PersonFormProps) {
  const onSubmit = useSentOnce();
  const [form, fields] = useForm<PersonInput, PersonDetails>({
    id: "person",
    defaultValue: values,
    lastResult: lastResult ?? null,
    onSubmit,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: personDetails }),
  });
  return (
    <Form method="post" className="max-w-form space-y-6" {...getFormProps(form)}>
      <ReturnedProblems form={form} />
      <FormProblem id={form.errorId} title="Nothing was saved" errors={form.errors} />
      <PersonFields fields={fields} teams={teams} timeZones={timeZones} />
      <Button name="intent" value="save">
        {submit}
      </Button>
    </Form>
  );
}

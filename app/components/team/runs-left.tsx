import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateText } from "~/components/ui/date-text";
import { Tag } from "~/components/ui/tag";
import { FormProblem } from "~/components/ui/form-problem";
import { TextField } from "~/components/ui/text-field";
import { grantForm } from "~/core/course/grant.schema";
import type { LimitedRuns } from "~/core/course/managed-runs";
import { countInWords } from "~/core/prose/in-words";
import { outcomeInWords } from "~/core/scenario/outcome-words";

interface RunsLeftProps {
  readonly run: LimitedRuns;
  readonly lastResult: SubmissionResult | undefined;
  /** Of whoever looks. */
  readonly timeZone: string;
}

/** How many official runs of one role-play somebody has had, and a form to give another. */
export function RunsLeft({ run, lastResult, timeZone }: RunsLeftProps) {
  const { slug, title, used, left, granted, result, opensAt } = run;
  const mine = lastResult?.initialValue?.["scenario"] === slug;
  const [form, fields] = useForm({
    id: `grant-${slug}`,
    lastResult: mine ? lastResult : null,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: grantForm }),
  });
  return (
    <Card as="section" labelledBy={`runs-${slug}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h2 id={`runs-${slug}`} className="text-lg">
          {title}
        </h2>
        {result === "passed" ? (
          <Tag look="success" icon="check">
            {outcomeInWords.passed}
          </Tag>
        ) : (
          <Tag look="warning" icon="retry">
            {outcomeInWords.failed}
          </Tag>
        )}
      </div>
      <p className="mt-1 text-ink-soft">
        {countInWords(used, "run")} ended, {left === 0 ? "none" : left} left
        {granted === 0 ? "." : `; ${granted} given beyond the course.`}
        {opensAt === null ? null : (
          <>
            {" "}
            The next one opens <DateText value={opensAt} timeZone={timeZone} withTime />, after the
            pause of the course.
          </>
        )}
      </p>
      <Form method="post" className="mt-4 space-y-4" {...getFormProps(form)}>
        <FormProblem id={form.errorId} title="No run was given" errors={form.errors} />
        <input type="hidden" name="scenario" value={slug} />
        <input type="hidden" name="granted" value={granted} />
        <TextField
          label="Why"
          hint="Kept beside the run you give. They can read it among their data."
          name="reason"
          errors={fields.reason.errors}
          defaultValue={fields.reason.initialValue ?? ""}
        />
        <Button variant={left === 0 && result !== "passed" ? "primary" : "quiet"}>
          Give one more run<span className="sr-only"> of {title}</span>
        </Button>
      </Form>
    </Card>
  );
}

import { parseWithZod } from "@conform-to/zod/v4";
import { json, redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RecordDetails } from "~/components/record/record-details";
import { WithdrawalForm } from "~/components/record/withdrawal-form";
import { PageHeader } from "~/components/shell/page-header";
import { classes } from "~/components/ui/classes";
import { Notice } from "~/components/ui/notice";
import { withdrawalForm } from "~/core/completion/correction.schema";
import { paths } from "~/paths";
import { db } from "~/server/db.server";
import { backToForm, keepingForm } from "~/server/form-reply.server";
import { findRecord, withdrawRecord } from "~/server/learning/corrections.server";
import { actorOf } from "~/server/people/actor.server";
import { guarded, notFound, type GuardedVisit } from "~/server/people/guard.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.record.title ?? "A record"} · Records · Rapport` },
];

async function wanted({ params, person }: GuardedVisit) {
  const record = await findRecord(db(), person, params["id"] ?? "");
  if (record === null) throw notFound();
  return record;
}

export const loader = guarded("records.read", async (visit) => {
  const saved = new URL(visit.request.url).searchParams.has("saved");
  return json({ record: await wanted(visit), saved });
});

export const action = guarded("completion.correct", async (visit) => {
  const record = await wanted(visit);
  const submission = parseWithZod(await visit.request.formData(), { schema: withdrawalForm });
  if (submission.status !== "success") return backToForm(submission);
  const { reason } = submission.value;
  if (!record.mayCorrect) {
    const sentence = "This record cannot be corrected here: it is your own, or corrected already.";
    return backToForm(submission, { status: 409, formErrors: [sentence] });
  }
  return keepingForm(submission, async () => {
    const author = { ...actorOf(visit), id: visit.person.id };
    const done = await withdrawRecord(db(), author, record, reason);
    if (!done.ok) return backToForm(submission, { status: 409, formErrors: [done.problem] });
    throw redirect(`${paths.record(done.value)}?saved`, 303);
  });
});

export { clientAction, shouldRevalidate } from "~/components/shell/unsent-reply";

export default function Record() {
  const { record, saved } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={record.title}
        lead={`On the record of ${record.person}.`}
        trail={[{ label: "Records", to: paths.records() }]}
      />
      <div className="space-y-8">
        {saved ? (
          <div role="status">
            <Notice meaning="success" title="It is on record">
              Nothing was rewritten: this is a new record beside what was there.
            </Notice>
          </div>
        ) : null}
        <div
          className={classes(
            "grid items-start gap-8",
            record.mayCorrect && "lg:grid-cols-[minmax(0,1fr)_21rem]",
          )}
        >
          <RecordDetails record={record} />
          {record.mayCorrect ? <WithdrawalForm lastResult={lastResult} /> : null}
        </div>
      </div>
    </>
  );
}

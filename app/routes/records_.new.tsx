import { parseWithZod } from "@conform-to/zod/v4";
import { json, redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RecordByHandForm } from "~/components/record/record-by-hand-form";
import { PageHeader } from "~/components/shell/page-header";
import { civilDateAt } from "~/core/calendar/civil-date";
import { recordByHandForm } from "~/core/completion/correction.schema";
import { paths } from "~/paths";
import { catalogue } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { backToForm, keepingForm } from "~/server/form-reply.server";
import { peopleToRecord, recordable } from "~/server/learning/by-hand-choices.server";
import { recordByHand } from "~/server/learning/corrections.server";
import { actorOf } from "~/server/people/actor.server";
import { guarded } from "~/server/people/guard.server";

export const meta: MetaFunction = () => [{ title: "Record by hand · Records · Rapport" }];

export const loader = guarded("completion.correct", async ({ person }) =>
  json({
    things: recordable(catalogue()),
    people: await peopleToRecord(db(), person),
    today: civilDateAt(new Date(), person.timeZone),
  }),
);

export const action = guarded("completion.correct", async (visit) => {
  const submission = parseWithZod(await visit.request.formData(), { schema: recordByHandForm });
  if (submission.status !== "success") return backToForm(submission);
  const author = { ...actorOf(visit), id: visit.person.id };
  const hand = { viewer: visit.person, author, content: catalogue() };
  return keepingForm(submission, async () => {
    const done = await recordByHand(db(), hand, submission.value);
    if (!done.ok) {
      const told = done.problem.map(({ field, sentence }): [string, string[]] => [
        field,
        [sentence],
      ]);
      const fieldErrors = Object.fromEntries(told);
      return backToForm(submission, { fieldErrors });
    }
    throw redirect(`${paths.record(done.value)}?saved`, 303);
  });
});

export { clientAction, shouldRevalidate } from "~/components/shell/unsent-reply";

export default function RecordNew() {
  const lastResult = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="Record by hand"
        lead="For what was completed elsewhere, or before Rapport was here. It stands on the record with your name and reason."
        trail={[{ label: "Records", to: paths.records() }]}
      />
      <RecordByHandForm {...useLoaderData<typeof loader>()} lastResult={lastResult} />
    </>
  );
}

import { parseWithZod } from "@conform-to/zod/v4";
import { json, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ImportDone } from "~/components/admin/import-done";
import { ImportForm } from "~/components/admin/import-form";
import { useLastPreview } from "~/components/admin/use-last-preview";
import { PageHeader } from "~/components/shell/page-header";
import { areHereAlready } from "~/core/access/pasted-people";
import { peopleListForm } from "~/core/access/people-list.schema";
import { paths } from "~/paths";
import { db } from "~/server/db.server";
import { backToForm, keepingForm } from "~/server/form-reply.server";
import { hasMailServer } from "~/server/mail/mail.server";
import { actorOf } from "~/server/people/actor.server";
import { newPersonDefaults } from "~/server/people/form-choices.server";
import { guarded } from "~/server/people/guard.server";
import { importList, previewList, shortPreview } from "~/server/people/import-people.server";
import { inviteAll } from "~/server/people/invite-all.server";

export const meta: MetaFunction = () => [{ title: "Paste a list of people · Rapport" }];

export const loader = guarded("people.change", () => json({ mailServer: hasMailServer() }));

export const action = guarded("people.change", async (visit) => {
  const form = await visit.request.formData();
  const submission = parseWithZod(form, { schema: peopleListForm });
  if (submission.status !== "success") return backToForm(submission);
  const { list, mail } = submission.value;
  const defaults = newPersonDefaults(visit.person);
  return keepingForm(submission, async () => {
    if (form.get("intent") === "add") {
      const added = await importList(db(), actorOf(visit), list, defaults);
      if (added.ok) {
        if (mail) inviteAll(db(), actorOf(visit), added.value);
        const mailed = mail ? (hasMailServer() ? "sent" : "kept") : "no";
        return json({ added: added.value.length, mailed } as const);
      }
      if (areHereAlready(added.problem)) return json({ here: added.problem.length });
    }
    const preview = await previewList(db(), list, defaults);
    if (!preview.ok) return backToForm(submission, { fieldErrors: { list: [preview.problem] } });
    const wrong = preview.value.rows.some(({ person }) => person === null);
    return json(
      { reply: submission.reply(), preview: shortPreview(preview.value) },
      { status: wrong ? 400 : 200 },
    );
  });
});

export { clientAction, shouldRevalidate } from "~/components/shell/unsent-reply";

export default function ImportPeople() {
  const { mailServer } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const read = answer !== undefined && "preview" in answer ? answer.preview : null;
  const preview = useLastPreview(read, answer !== undefined && "unsent" in answer);
  const trail = [{ label: "People", to: paths.admin() }];
  if (answer !== undefined && "added" in answer) return <ImportDone {...answer} trail={trail} />;
  if (answer !== undefined && "here" in answer) {
    return <ImportDone added={answer.here} mailed="before" trail={trail} />;
  }
  const lastResult = answer !== undefined && "preview" in answer ? answer.reply : answer;
  return (
    <>
      <PageHeader
        title="Paste a list of people"
        lead="Out of a spreadsheet, or separated by commas or semicolons. You see everything before anybody is added."
        trail={trail}
      />
      <ImportForm lastResult={lastResult} preview={preview} mailServer={mailServer} />
    </>
  );
}

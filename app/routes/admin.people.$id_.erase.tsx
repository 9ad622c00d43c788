import { parseWithZod } from "@conform-to/zod/v4";
import { json, redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EraseForm } from "~/components/admin/erase-form";
import { EraseLists } from "~/components/admin/erase-lists";
import { PageHeader } from "~/components/shell/page-header";
import { Notice } from "~/components/ui/notice";
import { erasePersonForm } from "~/core/access/erase-person.schema";
import { countInWords } from "~/core/prose/in-words";
import { paths } from "~/paths";
import { db } from "~/server/db.server";
import { backToForm, keepingForm } from "~/server/form-reply.server";
import { actorOf } from "~/server/people/actor.server";
import { previewErasure } from "~/server/people/erase-preview.server";
import { erasePerson } from "~/server/people/erase.server";
import { guarded, notFound, type GuardedVisit } from "~/server/people/guard.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Erase ${data?.preview.name ?? "a person"} · Rapport` },
];

async function wantedPreview({ params, person }: GuardedVisit) {
  const id = params["id"] ?? "";
  const preview = await previewErasure(db(), person.id, id);
  if (preview === null) throw notFound();
  return { id, preview };
}

export const loader = guarded("people.erase", async (visit) => json(await wantedPreview(visit)));

export const action = guarded("people.erase", async (visit) => {
  const { id, preview } = await wantedPreview(visit);
  const form = await visit.request.formData();
  const submission = parseWithZod(form, { schema: erasePersonForm(preview.name) });
  if (submission.status !== "success") return backToForm(submission);
  return keepingForm(submission, async () => {
    const erased = await erasePerson(db(), actorOf(visit), id, new Date());
    if (!erased.ok) return backToForm(submission, { formErrors: [erased.problem] });
    throw redirect(
      `${paths.adminPerson(id)}?${erased.value.forgotten ? "erased" : "erased=later"}`,
    );
  });
});

export { clientAction, shouldRevalidate } from "~/components/shell/unsent-reply";

export default function ErasePerson() {
  const { id, preview } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { name, email, copies, obstacle } = preview;
  return (
    <>
      <PageHeader
        title={`Erase ${name}`}
        lead={`${email}. Look through what goes and what stays, before it is done.`}
        trail={[
          { label: "People", to: paths.admin() },
          { label: name, to: paths.adminPerson(id) },
        ]}
      />
      <div className="space-y-8">
        <EraseLists {...preview} />
        <Notice meaning="warning" title="Backups hold them still">
          {copies === 0
            ? "Copies of the database that were made before keep everything until somebody deletes them."
            : `${countInWords(copies, "copy", "copies")} of the database ${copies === 1 ? "lies" : "lie"} beside it, and there may be more elsewhere. They keep everything until somebody deletes them.`}{" "}
          Where one is restored over this database, they are erased in it again.
        </Notice>
        {obstacle === null ? (
          <EraseForm personId={id} name={name} lastResult={lastResult} />
        ) : (
          <Notice meaning="info" title="Not now">
            {obstacle}
          </Notice>
        )}
      </div>
    </>
  );
}

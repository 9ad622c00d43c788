import { parseWithZod } from "@conform-to/zod/v4";
import { json, redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErasedNotice } from "~/components/admin/erased-notice";
import { PersonAccess } from "~/components/admin/person-access";
import { PersonAnswer } from "~/components/admin/person-answer";
import { PersonForm } from "~/components/admin/person-form";
import { PersonHistory } from "~/components/admin/person-history";
import { addressEnded, SavedNotice } from "~/components/admin/saved-notice";
import { LinkButton } from "~/components/shell/link-button";
import { PageHeader } from "~/components/shell/page-header";
import { personDetails } from "~/core/access/person.schema";
import { paths } from "~/paths";
import { db } from "~/server/db.server";
import { backToForm, keepingForm } from "~/server/form-reply.server";
import { actorOf } from "~/server/people/actor.server";
import { changePerson, signOutEverywhere } from "~/server/people/change-person.server";
import { deactivate, reactivate } from "~/server/people/deactivate.server";
import { findPerson } from "~/server/people/find-person.server";
import { formChoices } from "~/server/people/form-choices.server";
import { guarded, notFound, type GuardedVisit } from "~/server/people/guard.server";
import { invite } from "~/server/people/invitation.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.person.details.name ?? "Person"} · Rapport` },
];

async function wantedPerson({ params }: GuardedVisit) {
  const person = await findPerson(db(), params["id"] ?? "");
  if (person === null) throw notFound();
  return person;
}

export const loader = guarded("people.read", async (visit) => {
  const person = await wantedPerson(visit);
  const { searchParams } = new URL(visit.request.url);
  const saved = searchParams.get("saved");
  const erasedLater = searchParams.get("erased") === "later";
  const self = person.id === visit.person.id;
  return json({
    person,
    saved,
    erasedLater,
    self,
    viewerZone: visit.person.timeZone,
    ...(await formChoices(db())),
  });
});

export const action = guarded("people.change", async (visit) => {
  const { id, details, erased } = await wantedPerson(visit);
  if (erased) throw notFound();
  const form = await visit.request.formData();
  const done = (how = "") => redirect(`${paths.adminPerson(id)}?saved${how}`);
  const submission = parseWithZod(form, { schema: personDetails });
  return keepingForm(submission, async () => {
    switch (form.get("intent")) {
      case "invite":
        return json({ invitation: await invite(db(), actorOf(visit), { id, ...details }) });
      case "sign-out":
        await signOutEverywhere(db(), actorOf(visit), id);
        throw done();
      case "deactivate": {
        const shut = await deactivate(db(), actorOf(visit), id);
        if (!shut.ok) return json({ refusal: shut.problem }, { status: 400 });
        throw done();
      }
      case "reactivate":
        await reactivate(db(), actorOf(visit), id);
        throw done();
      default: {
        if (submission.status !== "success") return backToForm(submission);
        const changed = await changePerson(db(), actorOf(visit), id, submission.value);
        if (!changed.ok) return backToForm(submission, { fieldErrors: changed.problem });
        throw done(changed.value.addressesEnded > 0 ? `=${addressEnded}` : "");
      }
    }
  });
});

export { clientAction, shouldRevalidate } from "~/components/shell/unsent-reply";

export default function Person() {
  const data = useLoaderData<typeof loader>();
  const { person, saved, erasedLater, self, viewerZone, teams, timeZones } = data;
  const answer = useActionData<typeof action>();
  const { details, history } = person;
  const refusal = answer !== undefined && "refusal" in answer ? answer.refusal : null;
  const invitation = answer !== undefined && "invitation" in answer ? answer.invitation : null;
  const lastResult =
    answer === undefined || "refusal" in answer || "invitation" in answer ? undefined : answer;
  return (
    <>
      <PageHeader
        title={details.name}
        lead={
          person.erased
            ? "Erased: nobody knows any more who this was."
            : person.deactivatedAt === null
              ? undefined
              : "Deactivated: they cannot sign in."
        }
        trail={[{ label: "People", to: paths.admin() }]}
        actions={
          <LinkButton to={paths.records({ person: person.id })} variant="quiet">
            {person.erased ? "What stays on record" : "Their records"}
          </LinkButton>
        }
      />
      <div className="space-y-10">
        <PersonAnswer {...{ answer, refusal, invitation }} name={details.name} />
        {saved !== null && answer === undefined ? <SavedNotice how={saved} /> : null}
        {person.erased ? (
          <>
            <ErasedNotice later={erasedLater} />
            <PersonHistory personId={person.id} entries={history} timeZone={viewerZone} />
          </>
        ) : (
          <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
            <PersonForm
              key={JSON.stringify(details)}
              values={details}
              lastResult={lastResult}
              teams={teams}
              timeZones={timeZones}
              submit="Save"
            />
            <div className="space-y-10">
              <PersonAccess person={person} self={self} timeZone={viewerZone} />
              <PersonHistory personId={person.id} entries={history} timeZone={viewerZone} />
            </div>
          </div>
        )}
      </div>
    </>
  );
}

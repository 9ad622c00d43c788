import { parseWithZod } from "@conform-to/zod/v4";
import { json, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { InvitationPanel } from "~/components/admin/invitation-panel";
import { PersonForm } from "~/components/admin/person-form";
import { LinkButton } from "~/components/shell/link-button";
import { PageHeader } from "~/components/shell/page-header";
import { personDetails } from "~/core/access/person.schema";
import { paths } from "~/paths";
import { db } from "~/server/db.server";
import { backToForm, keepingForm } from "~/server/form-reply.server";
import { actorOf } from "~/server/people/actor.server";
import { addPerson } from "~/server/people/change-person.server";
import { formChoices, newPersonDefaults } from "~/server/people/form-choices.server";
import { guarded } from "~/server/people/guard.server";
import { invite } from "~/server/people/invitation.server";

export const meta: MetaFunction = () => [{ title: "Add a person · Rapport" }];

export const loader = guarded("people.change", async ({ person }) =>
  json({ ...(await formChoices(db())), defaults: newPersonDefaults(person) }),
);

export const action = guarded("people.change", async (visit) => {
  const submission = parseWithZod(await visit.request.formData(), { schema: personDetails });
  if (submission.status !== "success") return backToForm(submission);
  const details = submission.value;
  return keepingForm(submission, async () => {
    const added = await addPerson(db(), actorOf(visit), details);
    if (!added.ok) return backToForm(submission, { fieldErrors: added.problem });
    const { name, email } = details;
    const invitation = await invite(db(), actorOf(visit), { id: added.value, name, email });
    return json({ added: { id: added.value, name }, invitation });
  });
});

export { clientAction, shouldRevalidate } from "~/components/shell/unsent-reply";

export default function NewPerson() {
  const { teams, timeZones, defaults } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const trail = [{ label: "People", to: paths.admin() }];
  if (answer !== undefined && "invitation" in answer) {
    const { added, invitation } = answer;
    return (
      <>
        <PageHeader
          title={`${added.name} is in`}
          lead="They are on the onboarding path from their first day."
          trail={trail}
        />
        <div className="space-y-6">
          <InvitationPanel name={added.name} {...invitation} />
          <p className="flex flex-wrap gap-3">
            <LinkButton to={paths.adminNewPerson()} reloadDocument>
              Add another person
            </LinkButton>
            <LinkButton to={paths.adminPerson(added.id)} variant="quiet">
              See {added.name}
            </LinkButton>
          </p>
        </div>
      </>
    );
  }
  return (
    <>
      <PageHeader title="Add a person" trail={trail} />
      <PersonForm
        values={defaults}
        lastResult={answer}
        teams={teams}
        timeZones={timeZones}
        submit="Add the person"
      />
    </>
  );
}

import { json, redirect, type MetaFunction } from "@remix-run/node";
import {
  useActionData,
  useLoaderData,
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunction,
} from "@remix-run/react";
import { AttemptPage, type RefusedAnswer } from "~/components/scenario/attempt-page";
import { BrokenAttempt } from "~/components/scenario/broken-attempt";
import { scenarioLinks } from "~/components/scenario/scenario-links";
import { isUnsent, orUnsent } from "~/components/scenario/unsent";
import { paths } from "~/paths";
import { catalogue } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { recordChoice } from "~/server/learning/attempt-choice.server";
import { formOf, readChoiceForm, type ChoiceForm } from "~/server/learning/attempt-form.server";
import { findAttempt, type LiveAttempt } from "~/server/learning/attempt-state.server";
import { viewOf } from "~/server/learning/attempt-view.server";
import { guarded, notFound, type GuardedVisit } from "~/server/people/guard.server";
import { withStorage } from "~/server/storage-problem.server";

export const links = scenarioLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} · Rapport` : "Rapport" },
];

async function found({ params, person }: GuardedVisit) {
  const attempt = await findAttempt(db(), {
    attemptId: params["id"] ?? "",
    personId: person.id,
  });
  if (attempt === null) throw notFound();
  return attempt;
}

export const loader = guarded("attempt.read", async (visit) => {
  const attempt = await found(visit);
  const { scenarioSlug, mode } = attempt.stored;
  if (attempt.kind === "broken") {
    return json({ title: "A conversation that broke off", view: null, scenarioSlug, mode });
  }
  const onOffer = catalogue().scenario(scenarioSlug) !== null;
  const view = { ...viewOf(attempt, catalogue().vocabulary), onOffer };
  return json({ title: view.title, view, scenarioSlug, mode });
});

/** The present moment again, with a sentence; what was sent stays, so that it can be sent again. */
function refusal(
  status: number,
  sentence: string,
  attempt: LiveAttempt,
  sent: ChoiceForm | null = null,
) {
  const onOffer = catalogue().scenario(attempt.stored.scenarioSlug) !== null;
  const view = { ...viewOf(attempt, catalogue().vocabulary), onOffer };
  const again = status === 503 && sent?.seq === view.seq ? { ...view, key: sent.key } : view;
  return json({ status, sentence, view: again } satisfies RefusedAnswer, { status });
}

export const action = guarded("attempt.answer", async (visit) => {
  const attemptId = visit.params["id"] ?? "";
  const here = redirect(paths.attempt(attemptId), 303);
  const form = await formOf(visit.request);
  const read = form === null ? null : readChoiceForm(form);
  if (read?.ok !== true) {
    const attempt = await found(visit);
    if (attempt.kind === "broken") return here;
    return refusal(400, read?.problem ?? "That was not a form. Choose one of these.", attempt);
  }
  const submission = { ...read.value, attemptId, person: visit.person };
  const recorded = await withStorage(() => recordChoice(db(), submission));
  if (!recorded.ok) {
    const attempt = await found(visit);
    const { status, sentence } = recorded.problem;
    return attempt.kind === "broken" ? here : refusal(status, sentence, attempt, read.value);
  }
  const outcome = recorded.value;
  switch (outcome.kind) {
    case "recorded":
    case "broken":
      return here;
    case "refused":
      return refusal(409, outcome.sentence, outcome.attempt);
    case "not-found":
      throw notFound();
  }
});

export function clientAction({ serverAction }: ClientActionFunctionArgs) {
  return orUnsent(() => serverAction<typeof action>());
}

/** What the action says holds the present moment already. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionResult,
  defaultShouldRevalidate,
}) => (actionResult === undefined ? defaultShouldRevalidate : false);

export default function Attempt() {
  const { view, scenarioSlug, mode } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof clientAction>();
  if (view === null) return <BrokenAttempt slug={scenarioSlug} mode={mode} />;
  const unsent = isUnsent(answer) ? answer : null;
  const refused = answer === undefined || isUnsent(answer) ? null : answer;
  return <AttemptPage view={view} refused={refused} unsent={unsent} />;
}

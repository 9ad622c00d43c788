import { json, redirect, type MetaFunction } from "@remix-run/node";
import {
  useActionData,
  useLoaderData,
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunction,
} from "@remix-run/react";
import { AttemptPage, type RefusedAnswer } from "~/components/scenario/attempt-page";
import { BrokenAttempt } from "~/components/scenario/broken-attempt";
import { scenarioLinks } from "~/styles/scenario-links";
import { isUnsent, unsentAnswer } from "~/components/scenario/unsent";
import { orUnsent } from "~/components/shell/or-unsent";
import { paths } from "~/paths";
import { catalogue } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { pageData } from "~/server/http/page-data.server";
import { afterRun } from "~/server/learning/after-run.server";
import { recordChoice } from "~/server/learning/attempt-choice.server";
import { formOf, readAnswerForm, typedIn } from "~/server/learning/attempt-form.server";
import { findAttempt, type LiveAttempt } from "~/server/learning/attempt-state.server";
import { viewOf } from "~/server/learning/attempt-view.server";
import { keptAnswer } from "~/server/learning/kept-answer.server";
import { guarded, notFound, type GuardedVisit } from "~/server/people/guard.server";
import { dropKeptForm, readKeptForm } from "~/server/people/kept-form.server";
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

/** What there is to do after it is asked at its end alone: every other moment has to be quick. */
async function shown(attempt: LiveAttempt, { person }: GuardedVisit) {
  const view = viewOf(attempt, catalogue().vocabulary);
  const open = { again: [], left: [], briefed: false, stands: false, next: null, course: null };
  if (view.result === null) return { ...view, ...open };
  const { passed } = view.result;
  return { ...view, ...(await afterRun(db(), catalogue(), person, { ...view, passed })) };
}

export const loader = guarded("attempt.read", async (visit) => {
  const attempt = await found(visit);
  const { scenarioSlug, mode } = attempt.stored;
  if (attempt.kind === "broken") {
    const title = "A conversation that broke off";
    return pageData({ title, view: null, kept: null, scenarioSlug, mode });
  }
  const view = await shown(attempt, visit);
  const sent = await readKeptForm(db(), visit.person.id, visit.request);
  const kept = sent === null ? null : keptAnswer(sent, view.seq);
  const ending = view.result?.ending.title;
  const title = ending === undefined ? view.title : `${ending}: ${view.title}`;
  return pageData({ title, view, kept, scenarioSlug, mode });
});

interface Refused {
  readonly status: number;
  readonly sentence: string;
  readonly attempt: LiveAttempt;
  readonly form: FormData | null;
}

/** The present moment again, with a sentence; what was sent stays, so that it can be sent again. */
async function refusal(visit: GuardedVisit, { status, sentence, attempt, form }: Refused) {
  const view = await shown(attempt, visit);
  const read = form === null ? null : readAnswerForm(form);
  const sent = status === 503 && read?.ok === true ? read.value : null;
  const again = sent?.seq === view.seq ? { ...view, key: sent.key } : view;
  const refused = { status, sentence, typed: typedIn(form), view: again };
  return json(refused satisfies RefusedAnswer, { status });
}

export const action = guarded("attempt.answer", async (visit) => {
  const attemptId = visit.params["id"] ?? "";
  const here = redirect(paths.attempt(attemptId), 303);
  const form = await formOf(visit.request);
  const read = form === null ? null : readAnswerForm(form);
  if (read?.ok !== true) {
    const attempt = await found(visit);
    if (attempt.kind === "broken") return here;
    const sentence = read?.problem ?? "That was not a form. Choose one of these.";
    return refusal(visit, { status: 400, sentence, attempt, form });
  }
  const submission = { ...read.value, attemptId, person: visit.person };
  const recorded = await withStorage(() => recordChoice(db(), submission));
  if (!recorded.ok) {
    const attempt = await found(visit);
    return attempt.kind === "broken"
      ? here
      : refusal(visit, { ...recorded.problem, attempt, form });
  }
  const outcome = recorded.value;
  switch (outcome.kind) {
    case "recorded":
      await dropKeptForm(db(), visit.person.id, visit.request);
      return here;
    case "broken":
      return here;
    case "refused":
      return refusal(visit, {
        status: 409,
        sentence: outcome.sentence,
        attempt: outcome.attempt,
        form,
      });
    case "not-found":
      throw notFound();
  }
});

export function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  return orUnsent(request, () => serverAction<typeof action>(), unsentAnswer);
}

/** What the action says holds the present moment already. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionResult,
  defaultShouldRevalidate,
}) => (actionResult === undefined ? defaultShouldRevalidate : false);

export default function Attempt() {
  const { view, kept, scenarioSlug, mode } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof clientAction>();
  if (view === null) return <BrokenAttempt slug={scenarioSlug} mode={mode} />;
  const unsent = isUnsent(answer) ? answer : null;
  const refused = answer === undefined || isUnsent(answer) ? null : answer;
  return <AttemptPage view={view} kept={kept} refused={refused} unsent={unsent} />;
}

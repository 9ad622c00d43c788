import { json, redirect, type MetaFunction } from "@remix-run/node";
import {
  useActionData,
  useLoaderData,
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunction,
} from "@remix-run/react";
import { useMemo } from "react";
import { LessonEnding } from "~/components/course/lesson-ending";
import { LessonProblemSummary } from "~/components/course/lesson-problem";
import { AskedAgainNotice } from "~/components/course/asked-again-notice";
import { LessonBody, lessonModulePreload } from "~/components/lesson/lesson-body";
import { LessonLayout } from "~/components/lesson/lesson-layout";
import { LessonStateContext, withKept } from "~/components/lesson/lesson-state";
import { unsentForm } from "~/components/lesson/unsent-form";
import { useAnsweredFocus } from "~/components/lesson/use-answered-focus";
import { orUnsent } from "~/components/shell/or-unsent";
import { paths } from "~/paths";
import { catalogue, lessonModuleHash } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { pageData } from "~/server/http/page-data.server";
import { keptLessonForm, keptWithout } from "~/server/learning/kept-lesson-form.server";
import { keepLessonForm } from "~/server/learning/lesson-form.server";
import { lessonPage } from "~/server/learning/lesson-page.server";
import { readLessonState } from "~/server/learning/lesson-state.server";
import { askedAgain } from "~/server/learning/asked-again.server";
import { guarded, notFound } from "~/server/people/guard.server";
import { readKeptForm, settleKeptForm } from "~/server/people/kept-form.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data === undefined
    ? []
    : [{ title: `${data.page.title} · Rapport` }, lessonModulePreload(data.hash)];

/** Where the reader stands in the lesson's small talk. */
function talkIn(request: Request): string | null {
  return new URL(request.url).searchParams.get("talk");
}

type Params = Readonly<Record<string, string | undefined>>;

function findLesson({ course = "", lesson = "" }: Params) {
  const content = catalogue();
  const published = content.lesson(`${course}/${lesson}`);
  if (published === null) throw notFound();
  return { content, published };
}

export const loader = guarded("lesson.read", async ({ person, params, request }) => {
  const { content, published } = findLesson(params);
  const hash = lessonModuleHash(published.revision);
  if (hash === null) throw notFound();
  const { id, scenarios } = published.definition;
  const state = await readLessonState(db(), person.id, id, scenarios);
  const reader = { id: person.id, now: new Date(), timeZone: person.timeZone };
  const sent = await readKeptForm(db(), person.id, request);
  const kept = sent === null ? null : keptLessonForm(sent);
  const shown = lessonPage(content, published, state, reader, talkIn(request));
  const again = await askedAgain(db(), content, person.id, state, { kind: "lesson", slug: id });
  return pageData({ hash, kept, again, page: shown });
});

export const action = guarded("lesson.answer", async ({ person, params, request }) => {
  const { published } = findLesson(params);
  const sent = { person, lesson: published, at: new Date() };
  const form = await request.formData();
  const kept = await keepLessonForm(db(), sent, form, talkIn(request));
  if (kept.ok) {
    await settleKeptForm(db(), person.id, request, (before) => keptWithout(before, form));
    return redirect(kept.value, 303);
  }
  const { problem, status } = kept.problem;
  return json({ problem }, { status });
});

export function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  const unsent = (form: FormData) => ({ problem: unsentForm(form) });
  return orUnsent(request, () => serverAction<typeof action>(), unsent);
}

/** What came back with a problem was not kept: nothing of the page is otherwise, and it may be out of reach. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionResult,
  defaultShouldRevalidate,
}) => (actionResult === undefined ? defaultShouldRevalidate : false);

export default function LessonPage() {
  useAnsweredFocus();
  const { hash, kept, again, page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof clientAction>()?.problem ?? null;
  const problem = useMemo(() => withKept(refused, kept), [refused, kept]);
  const anchors = useMemo(
    () => [...page.parts.map(({ anchor }) => anchor), ...page.promptIds],
    [page],
  );
  return (
    <LessonStateContext.Provider value={{ ...page.state, problem, preview: false }}>
      <LessonLayout
        {...page}
        place={page.place ?? ""}
        trail={[
          { label: "Courses", to: paths.courses() },
          ...(page.course === null ? [] : [{ label: page.course.title, to: page.course.to }]),
        ]}
        notice={
          problem === null ? (
            again && <AskedAgainNotice {...again} />
          ) : (
            <LessonProblemSummary problem={problem} anchors={anchors} />
          )
        }
        ending={<LessonEnding complete={page.complete} missing={page.missing} {...page.onwards} />}
      >
        <LessonBody hash={hash} />
      </LessonLayout>
    </LessonStateContext.Provider>
  );
}

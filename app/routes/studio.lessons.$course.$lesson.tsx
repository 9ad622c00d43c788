import { json, redirect, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { LessonBody, lessonModulePreload } from "~/components/lesson/lesson-body";
import { LessonLayout } from "~/components/lesson/lesson-layout";
import { LessonStateContext } from "~/components/lesson/lesson-state";
import { PreviewBar } from "~/components/studio/preview-bar";
import { useContentChanges } from "~/components/studio/use-content-changes";
import { behaviourNames } from "~/core/behaviour/behaviour";
import { paths } from "~/paths";
import { lessonModuleHash, upcoming } from "~/server/content/catalogue.server";
import { answerIn, previewLesson } from "~/server/content/lesson-preview.server";
import { studioDetail } from "~/server/content/studio.server";
import { guarded, notFound } from "~/server/people/guard.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.piece.title ?? "Lesson"} · Studio · Rapport` },
  ...(data?.lesson ? [lessonModulePreload(data.lesson.module)] : []),
];

type Params = Readonly<Record<string, string | undefined>>;

function idOf(params: Params): string {
  return `${params["course"] ?? ""}/${params["lesson"] ?? ""}`;
}

export const loader = guarded("studio.preview", async ({ request, params }) => {
  const id = idOf(params);
  const piece = await studioDetail("lesson", id);
  if (piece === null) throw notFound();
  const content = upcoming();
  const published = content.lesson(id);
  const module = published === null ? null : lessonModuleHash(published.revision);
  const { searchParams } = new URL(request.url);
  const answers = searchParams.getAll("answer");
  if (published === null || module === null) {
    return json({ piece, lesson: null });
  }
  const { title, summary, minutes, behaviours } = published.definition;
  return json({
    piece,
    lesson: {
      ...{ title, summary, minutes, module },
      behaviours: behaviourNames(content.vocabulary, behaviours),
      state: previewLesson(content, published, answers, searchParams.get("talk")),
      allAnswers: paths.studioLesson(id, ["all"]),
      noAnswers: answers.length === 0 ? null : paths.studioLesson(id),
    },
  });
});

/** The learner's forms work here, and what they send goes into the address and nowhere else. */
export const action = guarded("studio.preview", async ({ request, params }) => {
  const form = await request.formData();
  const answers = new URL(request.url).searchParams.getAll("answer");
  const lesson = upcoming().lesson(idOf(params))?.definition;
  const answer = lesson === undefined ? null : answerIn(lesson, form);
  if (answer === null) return redirect(paths.studioLesson(idOf(params), answers));
  // Of the same question the last answer counts, and the address grows no longer.
  const question = answer.text.slice(0, answer.text.indexOf(":") + 1);
  const all = [...answers.filter((each) => !each.startsWith(question)), answer.text];
  return redirect(`${paths.studioLesson(idOf(params), all)}#${encodeURIComponent(answer.id)}`);
});

export default function LessonPreview() {
  const { piece, lesson } = useLoaderData<typeof loader>();
  useContentChanges(piece.version);
  return (
    <>
      <PreviewBar {...piece} standing={piece} heading={lesson === null}>
        {lesson === null ? null : (
          <p className="mt-1">
            Below is the lesson as learners {piece.state === "waits" ? "will meet" : "meet"} it.
            Nothing that you answer or write here is kept.{" "}
            <Link to={lesson.noAnswers ?? lesson.allAnswers} className="text-link underline">
              {lesson.noAnswers === null ? "Show every answer" : "Forget the answers"}
            </Link>
          </p>
        )}
      </PreviewBar>
      {lesson === null ? null : (
        <LessonLayout {...lesson} trail={[]} parts={[]} complete={false}>
          <LessonStateContext.Provider value={{ ...lesson.state, problem: null, preview: false }}>
            <LessonBody hash={lesson.module} />
          </LessonStateContext.Provider>
        </LessonLayout>
      )}
    </>
  );
}

import { json, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/shell/link-button";
import { PageHeader } from "~/components/shell/page-header";
import { BrokenFiles } from "~/components/studio/broken-files";
import { DiagnosticList } from "~/components/studio/diagnostic-list";
import { PieceGroups, PieceList, type ListedPiece } from "~/components/studio/piece-list";
import { useContentChanges } from "~/components/studio/use-content-changes";
import { Notice } from "~/components/ui/notice";
import { byTitle } from "~/core/prose/by-title";
import { paths } from "~/paths";
import { upcoming } from "~/server/content/catalogue.server";
import { lessonsByCourse } from "~/server/content/lessons-by-course.server";
import { studioOverview, type StudioPiece } from "~/server/content/studio.server";
import { guarded } from "~/server/people/guard.server";

export const meta: MetaFunction = () => [{ title: "Studio · Rapport" }];

function addressOf({ kind, slug }: StudioPiece): string {
  if (kind === "lesson") return paths.studioLesson(slug);
  if (kind === "scenario") return paths.studioScenario(slug);
  return paths.studioFile(kind, slug);
}

export const loader = guarded("studio.read", () => {
  const { version, pieces, strays, waiting, onSave } = studioOverview();
  const listed = pieces.map((piece) => ({ ...piece, to: addressOf(piece) }));
  const of = (...kinds: readonly StudioPiece["kind"][]): ListedPiece[] =>
    listed.filter(({ kind }) => kinds.includes(kind));
  const courses = lessonsByCourse(pieces, upcoming());
  return json({
    version,
    ...{ strays, waiting, onSave },
    broken: listed.filter(({ state }) => state === "keptBack" || state === "neverGood"),
    courses: courses.map(({ slug, title, lessons }) => ({
      ...{ slug, title },
      pieces: lessons.map((piece): ListedPiece => ({ ...piece, to: addressOf(piece) })),
    })),
    scenarios: of("scenario").toSorted(byTitle),
    outlines: of("course", "path", "behaviours"),
  });
});

export default function Studio() {
  const data = useLoaderData<typeof loader>();
  const { broken, courses, scenarios, outlines, strays, waiting, onSave } = data;
  useContentChanges(data.version);
  return (
    <>
      <PageHeader
        title="Studio"
        lead={
          onSave
            ? "Every lesson and role-play, as it stands on disk. Save a file, and what learners meet follows within a second."
            : "Every lesson and role-play, as it stands on disk. A saved file waits here until somebody publishes it."
        }
      />
      <BrokenFiles pieces={broken} />
      {waiting === 0 ? null : (
        <div className="mb-8">
          <Notice
            meaning="info"
            title={
              waiting === 1
                ? "One change waits to be published"
                : `${waiting} changes wait to be published`
            }
          >
            <p>Learners meet what was published last. See first what the change means for them.</p>
            <p className="mt-3">
              <LinkButton to={paths.studioPublish()} onwards>
                See what it means
              </LinkButton>
            </p>
          </Notice>
        </div>
      )}
      <div className="space-y-10">
        <PieceGroups heading="Lessons" id="lessons" groups={courses} />
        <PieceList heading="Role-plays" id="scenarios" pieces={scenarios} />
        <PieceList heading="Courses, paths and behaviours" id="outlines" pieces={outlines} />
        {strays.length === 0 ? null : (
          <section aria-labelledby="strays">
            <h2 id="strays" className="mb-3 text-xl">
              Other files
            </h2>
            <DiagnosticList diagnostics={strays} />
          </section>
        )}
      </div>
    </>
  );
}

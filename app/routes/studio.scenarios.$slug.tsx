import { json, redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MomentPage } from "~/components/scenario/moment-page";
import { scenarioLinks } from "~/styles/scenario-links";
import { LinkButton } from "~/components/shell/link-button";
import { BehindTheScene } from "~/components/studio/behind-the-scene";
import { PreviewBar } from "~/components/studio/preview-bar";
import { PreviewAnswers } from "~/components/studio/preview-answers";
import { PreviewDraws } from "~/components/studio/preview-draws";
import { PreviewEnding } from "~/components/studio/preview-ending";
import { useContentChanges } from "~/components/studio/use-content-changes";
import { Notice } from "~/components/ui/notice";
import { ProseText } from "~/components/ui/prose-text";
import { paths } from "~/paths";
import { upcoming } from "~/server/content/catalogue.server";
import { previewScenario, withWords } from "~/server/content/scenario-preview.server";
import { studioDetail } from "~/server/content/studio.server";
import { guarded, notFound } from "~/server/people/guard.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.piece.title ?? "Role-play"} · Studio · Rapport` },
];

export const links = scenarioLinks;

/** The whole state of the play is in the address: nothing is recorded, and going back goes back. */
export const loader = guarded("studio.preview", async ({ request, params }) => {
  const slug = params["slug"] ?? "";
  const piece = await studioDetail("scenario", slug);
  if (piece === null) throw notFound();
  const content = upcoming();
  const scenario = content.scenario(slug)?.definition ?? null;
  if (scenario === null) return json({ piece, play: null });
  const asked = new URL(request.url).searchParams;
  const steps = { choices: asked.getAll("choice"), draws: asked.getAll("draw") };
  const typed = asked.get("say");
  if (typed !== null) {
    const answered = withWords(scenario, steps, typed) ?? steps.choices;
    throw redirect(paths.studioScenario(slug, answered, steps.draws));
  }
  const { title, channel, setting, role, briefing } = scenario;
  const preview = previewScenario(scenario, steps, content.vocabulary);
  const { followed } = preview;
  const at = (answers: readonly string[]) => paths.studioScenario(slug, answers, steps.draws);
  return json({
    piece,
    play: {
      ...{ title, channel, setting, role, briefing },
      ...preview,
      again: followed.length === 0 ? null : at([]),
      back: followed.length === 0 ? null : at(followed.slice(0, -1)),
    },
  });
});

export default function ScenarioPreview() {
  const { piece, play } = useLoaderData<typeof loader>();
  useContentChanges(piece.version);
  return (
    <>
      <PreviewBar {...piece} standing={piece} heading={play === null}>
        {play === null ? null : (
          <p className="mt-1">
            Below is the role-play as learners {piece.state === "waits" ? "will meet" : "meet"} it.
            Nothing that you choose is recorded.
          </p>
        )}
      </PreviewBar>
      {play === null ? null : (
        <>
          <MomentPage
            {...play}
            {...play.moment}
            mode="practice"
            trail={[]}
            notice={play.followed.length === 0 ? <Briefing play={play} /> : <Lost play={play} />}
          >
            {play.moment.ending === null ? (
              <PreviewAnswers
                {...play}
                choices={play.moment.choices}
                prompt={play.moment.reply?.prompt ?? null}
              />
            ) : (
              <PreviewEnding
                ending={play.moment.ending}
                person={play.person}
                passes={play.passes}
              />
            )}
            {play.again === null || play.back === null ? null : (
              <p className="mt-6 flex flex-wrap justify-end gap-3">
                <LinkButton to={play.back} variant="plain" preventScrollReset>
                  One answer back
                </LinkButton>
                <LinkButton to={play.again} variant="quiet">
                  Start again
                </LinkButton>
              </p>
            )}
          </MomentPage>
          <BehindTheScene {...play} scene={play.moment.scene}>
            <PreviewDraws draws={play.draws} />
          </BehindTheScene>
        </>
      )}
    </>
  );
}

type Play = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["play"]>;

function Briefing({ play }: { readonly play: Play }) {
  return (
    <div className="rounded-md bg-well px-4 py-3">
      <p className="mb-1 text-sm font-medium text-ink-soft">Briefing</p>
      <ProseText prose={play.briefing} />
      <Lost play={play} />
    </div>
  );
}

function Lost({ play }: { readonly play: Play }) {
  if (!play.lost) return null;
  return (
    <Notice meaning="warning" title="The role-play changed">
      <p>Not all of your earlier choices exist any more. It goes on from the last that does.</p>
    </Notice>
  );
}

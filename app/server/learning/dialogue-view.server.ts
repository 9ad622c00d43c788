/**
 * The talk of a lesson as its reader may see it now. The way so far comes with the address, as
 * `<revision>.<step>.<step>`: a reload, the way back and a second tab each stand where they stood, and
 * nothing is kept. Of moments that were not reached, nothing is here.
 */
import { longestWay, playDialogue, stepsOnOffer, type Dialogue } from "~/core/course/dialogue";
import { presentMoment } from "~/core/scenario/moment";
import { filledIn } from "~/core/scenario/script";

/** Of the revision that the way began on; on another one it begins anew. */
const markLength = 8;

function wayIn(talk: string | null, mark: string): readonly string[] {
  const [begunOn, ...way] = (talk ?? "").slice(0, 20 * longestWay).split(".");
  return begunOn === mark ? way : [];
}

export function dialogueView(
  { id, title, scenario }: Dialogue,
  { revision, readerId, talk }: { revision: string; readerId: string; talk: string | null },
) {
  const mark = revision.slice(0, markLength);
  const state = playDialogue(scenario, wayIn(talk, mark));
  if (state === null) return null;
  const moment = presentMoment(scenario, state.attempt);
  const at = [mark, ...state.way].join(".");
  const isOver = state.way.length >= longestWay;
  return {
    id,
    title,
    briefing: scenario.briefing,
    before: moment.before,
    consequence: moment.consequence,
    feedback: (state.attempt.answers.at(-1)?.feedback ?? []).map(({ text }) => text),
    lines: moment.lines,
    choices: isOver
      ? []
      : stepsOnOffer(scenario, state, `${readerId}:${revision}`).map((step) => ({
          value: `${at}.${step.id}`,
          text: filledIn(step.choice.text, {}),
        })),
    /** One step back; null at the start. */
    back: state.way.length === 0 ? null : [mark, ...state.way.slice(0, -1)].join("."),
    ending: moment.ending && {
      title: moment.ending.title,
      felt: moment.ending.felt,
      tonight: moment.ending.tonight,
    },
  };
}

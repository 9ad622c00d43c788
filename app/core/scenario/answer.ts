/** One answered moment, with all that was to be seen of it. */
import type { Prose, Script } from "~/core/prose/prose";
import type { Choice, Feedback, Line, Scenario, Scene } from "./definition";
import { endingNamed } from "./lookup";
import { choicesOnOffer, isCall, presentScene, rowsOpen, type PlayState } from "./play";
import { filledIn } from "./script";
import { guardHolds, type Values } from "./values";

/** How a moment was answered. */
export type AnswerKind = "choice" | "reply" | "silence";

/** A moment that was answered, with all that was to be seen of it. */
export interface Answer {
  /** Sequence number of its event in the log. */
  readonly seq: number;
  readonly scene: string;
  readonly kind: AnswerKind;
  /** How much the moment counts in the score. */
  readonly weight: number;
  /** The lines of the scene as they were shown; none on coming back from an interlude. */
  readonly lines: readonly Line<Prose>[];
  /** Every choice or row on offer, in the order written; the one taken is among them, but for a silence. */
  readonly offered: readonly Choice<Prose>[];
  readonly choice: Choice<Prose>;
  /** What the learner typed; null otherwise, and once it was erased. */
  readonly words: string | null;
  /** It called an interlude, and the moment is still to be answered: it counts in no score. */
  readonly isDetour: boolean;
  /** Scenes whose misses this moment can repair. */
  readonly repairs: readonly string[];
  readonly consequence: readonly Line<Prose>[];
  readonly feedback: readonly Feedback<Prose>[];
  /** The answer before it on its branch, by sequence number; null for the first. */
  readonly follows: number | null;
  /** Where the conversation stood when it was given: a practice may go back to here. */
  readonly before: PlayState;
  readonly after: PlayState;
}

/** With what was drawn in its place. */
function filled<Part extends { readonly text: Script }>(part: Part, values: Values) {
  return { ...part, text: filledIn(part.text, values) };
}

function filledChoice(choice: Choice, values: Values): Choice<Prose> {
  return {
    ...filled(choice, values),
    consequence: choice.consequence.map((line) => filled(line, values)),
    feedback: choice.feedback.map((part) => filled(part, values)),
  };
}

function shown<Part extends Line | Feedback>(parts: readonly Part[], values: Values) {
  return parts.filter((part) => guardHolds(part.when, values)).map((part) => filled(part, values));
}

/** The lines to be seen on arrival in the present scene or ending; none on coming back to it. */
export function presentLines(scenario: Scenario, play: PlayState): readonly Line<Prose>[] {
  if (play.caller === null && play.called.length > 0) return [];
  const place =
    play.place.kind === "ending"
      ? endingNamed(scenario, play.place.ending)
      : presentScene(scenario, play);
  return place ? shown(place.lines, play.values) : [];
}

interface Taking {
  readonly seq: number;
  readonly kind: AnswerKind;
  readonly scene: Scene;
  readonly choice: Choice;
  readonly words: string | null;
  readonly follows: number | null;
  readonly before: PlayState;
  readonly after: PlayState;
}

export function answerOf(scenario: Scenario, taking: Taking): Answer {
  const { seq, kind, scene, choice, words, follows, before, after } = taking;
  const open: readonly Choice[] = [
    ...choicesOnOffer(scenario, before),
    ...rowsOpen(scenario, before),
  ];
  const offered = open.map((one) => filledChoice(one, before.values));
  return {
    seq,
    scene: scene.id,
    kind,
    weight: scene.weight,
    lines: presentLines(scenario, before),
    offered,
    // The very one of those on offer, so that it can be told from the others.
    choice: offered[open.indexOf(choice)] ?? filledChoice(choice, before.values),
    words,
    isDetour: isCall(scenario, scene, choice),
    repairs: scene.repairs ?? [],
    consequence: shown(choice.consequence, after.values),
    feedback: shown(choice.feedback, after.values),
    follows,
    before,
    after,
  };
}

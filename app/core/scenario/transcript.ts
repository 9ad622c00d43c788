/** Transcripts that a trainer keeps beside a scenario: what is answered, and what should come of it. */
import type { Position } from "~/core/diagnostic";
import type { Answer } from "./answer";
import { decide, follow, type AttemptCommand, type AttemptState, type Refusal } from "./attempt";
import type { Mood, Scenario, Value } from "./definition";
import { endingNamed } from "./lookup";
import { presentMoment } from "./moment";
import { matchReply } from "./reply-matching";
import { scoreOf } from "./scoring";
import { domainOf, type Values } from "./values";

/** One answer: a choice by its name, typed words, or nothing until time runs out. */
export interface TranscriptStep {
  readonly answer:
    | { readonly kind: "choose"; readonly choice: string }
    | { readonly kind: "type"; readonly words: string }
    | { readonly kind: "wait" };
  /** The scene that it should be given in; null where the author does not say. */
  readonly scene: string | null;
  /** The mood that should follow at once. */
  readonly mood: Mood | null;
  readonly at: Position;
}

export interface Transcript {
  readonly name: string;
  readonly draws: Readonly<Record<string, Value>>;
  readonly drawsAt: Position;
  readonly steps: readonly TranscriptStep[];
  readonly ending: string | null;
  readonly endingAt: Position;
  readonly passed: boolean | null;
  readonly passedAt: Position;
  /** By behaviour, as in `2 of 3`. */
  readonly scores: readonly {
    readonly behaviour: string;
    readonly score: string;
    readonly at: Position;
  }[];
  readonly at: Position;
}

/** Figures of the walk that can be bounded; those of an ending are shares and choices of the ways to it. */
type WalkFigure = "states" | "shortest" | "endings" | "least" | "greatest";

/** Limits that a figure of the walk should keep to: at most a number, or exactly it, or between two. */
export interface WalkBound {
  readonly figure: WalkFigure;
  /** The ending that it is about; null for the scenario as a whole. */
  readonly ending: string | null;
  readonly least: number;
  readonly most: number;
  readonly at: Position;
}

/** Replies that people might type in a scene, and the row of its rubric that should take them. */
export interface ReplySample {
  readonly scene: string;
  readonly row: string;
  readonly words: readonly { readonly text: string; readonly at: Position }[];
  readonly at: Position;
}

export interface TranscriptFile {
  readonly transcripts: readonly Transcript[];
  readonly replies: readonly ReplySample[];
  readonly bounds: readonly WalkBound[];
}

/** What went otherwise than expected. `isBroken`: the transcript can no longer be played to its end. */
export interface TranscriptFailure {
  readonly at: Position;
  readonly isBroken: boolean;
  readonly message: string;
  /** A name that nothing has, and the names that there are. */
  readonly unknown?: {
    readonly name: string;
    readonly known: readonly string[];
    readonly what: string;
  };
}

/** Every row is taken to be open: what is tested is the rubric, not the way to it. */
export function tryReplies(scenario: Scenario, sample: ReplySample): readonly TranscriptFailure[] {
  const reply = scenario.scenes.find(({ id }) => id === sample.scene)?.reply;
  const rows = reply?.rows.map(({ id }) => id) ?? [];
  if (!reply || !rows.includes(sample.row)) {
    const message = reply
      ? `The reply of \`${sample.scene}\` has no row \`${sample.row}\`; it has ${rows.join(", ")}.`
      : `No scene \`${sample.scene}\` asks for own words.`;
    const asking = scenario.scenes.flatMap((scene) => (scene.reply ? [scene.id] : []));
    const unknown = reply
      ? { name: sample.row, known: rows, what: "rows" }
      : { name: sample.scene, known: asking, what: "scenes that ask for own words" };
    return [{ at: sample.at, isBroken: true, message, unknown }];
  }
  return sample.words.flatMap(({ text, at }) => {
    const taken = matchReply(reply, text, () => true);
    if (taken?.row.id === sample.row) return [];
    const by = taken?.phrase == null ? "" : `, by “${taken.phrase}”`;
    const message = `“${text}” in \`${sample.scene}\`: expected the row ${sample.row}, got ${taken?.row.id ?? "none"}${by}.`;
    return [{ at, isBroken: false, message }];
  });
}

function commandFor(step: TranscriptStep, scene: string): AttemptCommand {
  switch (step.answer.kind) {
    case "choose":
      return { type: "choose", scene, choice: step.answer.choice };
    case "type":
      return { type: "reply", scene, words: step.answer.words };
    case "wait":
      return { type: "silence", scene, elapsedSeconds: Number.MAX_SAFE_INTEGER };
  }
}

function whyRefused(refusal: Refusal, scenario: Scenario, state: AttemptState): string {
  const moment = presentMoment(scenario, state);
  if (moment.ending) return `the conversation has ended with \`${moment.ending.id}\``;
  if (refusal.kind === "not-timed") return "time does not run out here";
  const offered = moment.choices.map((choice) => choice.choice).join(", ");
  return `on offer are ${offered === "" ? "no choices" : offered}`;
}

/** A choice that its scene has not got at all, be it on offer or not. */
function unknownChoice(
  scenario: Scenario,
  scene: string,
  { answer }: TranscriptStep,
): Pick<TranscriptFailure, "unknown"> {
  const choices = scenario.scenes.find(({ id }) => id === scene)?.choices ?? [];
  const known = choices.map(({ id }) => id);
  if (answer.kind !== "choose" || known.includes(answer.choice)) return {};
  return { unknown: { name: answer.choice, known, what: `choices of ${scene}` } };
}

/** The mood that an answer left behind: the last one that somebody said something in; the narrator has none. */
export function moodAfter({ consequence }: Pick<Answer, "consequence">): Mood | null {
  return (
    consequence.findLast(({ speaker, mood }) => speaker !== null && mood !== null)?.mood ?? null
  );
}

function endFailures(scenario: Scenario, state: AttemptState, transcript: Transcript) {
  const failures: TranscriptFailure[] = [];
  const expectSame = (what: string, expected: string | null, actual: string, at: Position) => {
    if (expected === null || expected === actual) return;
    const message = `“${transcript.name}”, ${what}: expected ${expected}, got ${actual}.`;
    failures.push({ at, isBroken: false, message });
  };
  const { place } = state.play;
  const ending = place.kind === "ending" ? endingNamed(scenario, place.ending).id : "no ending yet";
  const endings = scenario.endings.map(({ id }) => id);
  const expected = transcript.ending;
  if (expected === null || endings.includes(expected)) {
    expectSame("ending", expected, ending, transcript.endingAt);
  } else {
    failures.push({
      at: transcript.endingAt,
      isBroken: true,
      message: `“${transcript.name}” should end with \`${expected}\`, and no ending has that name.`,
      unknown: { name: expected, known: endings, what: "endings" },
    });
  }
  // Where the end is not reached, what it would have come to is no failure of its own.
  const isCutShort = place.kind !== "ending" && expected !== null;
  const score = scoreOf(scenario, state);
  const passed = isCutShort || transcript.passed === null ? null : String(transcript.passed);
  expectSame("passed", passed, String(score.passed), transcript.passedAt);
  for (const { behaviour, score: expected, at } of transcript.scores) {
    const own = score.behaviours.find((one) => one.behaviour === behaviour);
    if (own && isCutShort) continue;
    if (own) expectSame(behaviour, expected, `${own.shown} of ${own.offered}`, at);
    else {
      failures.push({
        at,
        isBroken: true,
        message: `“${transcript.name}” expects a score of \`${behaviour}\`, which the scenario does not list.`,
        unknown: {
          name: behaviour,
          known: score.behaviours.map((one) => one.behaviour),
          what: "behaviours of this scenario",
        },
      });
    }
  }
  return failures;
}

function whyNotDrawn(scenario: Scenario, draws: Values, refusal: Refusal) {
  const name = refusal.kind === "bad-draw" ? refusal.variable : "";
  const variable = scenario.variables.find((one) => one.name === name);
  if (variable?.drawn !== true) {
    const drawn = scenario.variables.filter((one) => one.drawn === true);
    return {
      why: `no variable \`${name}\` is drawn`,
      unknown: { name, known: drawn.map((one) => one.name), what: "variables that are drawn" },
    };
  }
  const values = domainOf(variable).map(String);
  const range =
    variable.type === "integer" ? `${values[0]} to ${values.at(-1)}` : values.join(", ");
  return {
    why: `\`${name}\` is never drawn as ${String(draws[name])}, but as ${range}`,
    unknown: { name: String(draws[name]), known: values, what: "values" },
  };
}

/** Plays a transcript; a failure for everything that comes out otherwise, and one, the last, where it cannot go on. */
export function runTranscript(
  scenario: Scenario,
  transcript: Transcript,
): readonly TranscriptFailure[] {
  const { draws } = transcript;
  const begun = follow(scenario, null, { type: "attempt.started", draws, time: "stated" });
  if (!begun.ok) {
    const { why, unknown } = whyNotDrawn(scenario, draws, begun.problem);
    const message = `“${transcript.name}” cannot begin: ${why}.`;
    return [{ at: transcript.drawsAt, isBroken: true, message, unknown }];
  }
  const failures: TranscriptFailure[] = [];
  const scenes = scenario.scenes.map(({ id }) => id);
  let state = begun.value;
  for (const [index, step] of transcript.steps.entries()) {
    const scene = state.play.place.kind === "scene" ? state.play.place.scene : "";
    const where = `“${transcript.name}”, step ${index + 1}`;
    if (step.scene !== null && step.scene !== scene) {
      const actual = scene === "" ? "the end" : `\`${scene}\``;
      failures.push({
        at: step.at,
        isBroken: true,
        message: `${where}: expected to be in \`${step.scene}\`, got to ${actual}.`,
        ...(!scenes.includes(step.scene) && {
          unknown: { name: step.scene, known: scenes, what: "scenes" },
        }),
      });
      return failures;
    }
    const decided = decide(scenario, state, commandFor(step, scene));
    if (!decided.ok) {
      const given = step.answer.kind === "choose" ? `\`${step.answer.choice}\`` : "this answer";
      failures.push({
        at: step.at,
        isBroken: true,
        message: `${where}${scene === "" ? "" : `, in \`${scene}\``}: ${given} cannot be given; ${whyRefused(decided.problem, scenario, state)}.`,
        ...unknownChoice(scenario, scene, step),
      });
      return failures;
    }
    state = decided.value.state;
    const answer = state.answers.at(-1);
    const mood = answer ? moodAfter(answer) : null;
    if (step.mood !== null && step.mood !== mood) {
      failures.push({
        at: step.at,
        isBroken: false,
        message: `${where}: expected the mood ${step.mood}, got ${mood ?? "none"}.`,
      });
    }
  }
  return [...failures, ...endFailures(scenario, state, transcript)];
}

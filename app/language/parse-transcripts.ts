/** `tests.yml` beside a scenario: transcripts, and bounds on the figures of the walk. */
import type { Value } from "~/core/scenario/definition";
import { moods } from "~/core/scenario/definition";
import type {
  ReplySample,
  Transcript,
  TranscriptFile,
  TranscriptStep,
  WalkBound,
} from "~/core/scenario/transcript";
import { reportDuplicates } from "./element-reader";
import { Fields, type PlacedText } from "./fields";
import { parseSafely, type Parsed, type Reporter } from "./reporter";
import { acceptableText, type Source } from "./source";
import { quoted } from "./suggestion";
import { readYaml } from "./yaml-tree";

export const topFields = ["transcripts", "replies", "bounds"];
export const replyFields = ["in", "row", "words"];
export const transcriptFields = ["name", "draws", "steps", "expect"];
export const stepFields = ["choose", "type", "wait", "in", "mood"];
export const expectFields = ["ending", "passed", "scores"];
/** As much as a rubric looks at, in long words. */
const MAX_TYPED = 5_000;
const scoreForm = /^\d+(?:\.\d+)? of \d+(?:\.\d+)?$/;

function answerOf(step: Fields, reporter: Reporter): TranscriptStep["answer"] | null {
  const kinds = ["choose", "type", "wait"].filter((kind) => step.has(kind));
  if (kinds.length !== 1) {
    reporter.report(
      "field/wrong-kind",
      step.start,
      "A step is one answer: a choice, typed words, or waiting.",
      "Write - choose: <name>, - type: <words>, or - wait: true.",
    );
    return null;
  }
  if (kinds[0] === "choose")
    return { kind: "choose", choice: step.text("choose", "the name of a choice") };
  if (kinds[0] === "type")
    return { kind: "type", words: step.text("type", "what is typed", MAX_TYPED) };
  if (step.truth("wait") === false) {
    reporter.report(
      "field/wrong-kind",
      step.at("wait"),
      "A step that does not wait is no answer.",
      "Write wait: true, or take the step out.",
    );
  }
  return { kind: "wait" };
}

function readStep(step: Fields, reporter: Reporter): readonly TranscriptStep[] {
  const answer = answerOf(step, reporter);
  if (!answer) return [];
  return [
    {
      answer,
      scene: step.has("in") ? step.text("in", "the scene it is given in") : null,
      mood: step.has("mood") ? step.oneOf("mood", moods) : null,
      at: step.start,
    },
  ];
}

const drawForm = /^([A-Za-z][\w-]*)\s*=\s*(-?[\w-]+)$/;

/** `name = value`, as in conditions. */
function readDraws(written: Fields, reporter: Reporter): Readonly<Record<string, Value>> {
  const draws: Record<string, Value> = {};
  for (const { text, at } of written.has("draws") ? written.pairs("draws", "what was drawn") : []) {
    const [, name = "", value = ""] = drawForm.exec(text) ?? [];
    if (name === "" || Object.hasOwn(draws, name)) {
      reporter.report(
        "field/wrong-kind",
        at,
        name === ""
          ? `${quoted(text)} says of no variable what was drawn.`
          : `${quoted(name)} is drawn once, and this is a second value.`,
        name === "" ? "Write it as in tone = sharp." : "Keep one of the two.",
      );
      continue;
    }
    draws[name] = /^-?\d+$/.test(value)
      ? Number(value)
      : value === "true"
        ? true
        : value === "false"
          ? false
          : value;
  }
  return draws;
}

/** `name = value` and nothing behind it; empty where there is no more than one part, or a third. */
function twoParts(text: string): readonly [string, string] {
  const [name = "", value = "", ...more] = text.split("=").map((part) => part.trim());
  return more.length === 0 ? [name, value] : ["", ""];
}

function readExpectedScores(
  written: readonly PlacedText[],
  reporter: Reporter,
): Transcript["scores"] {
  const met = new Set<string>();
  return written.flatMap(({ text, at }) => {
    const [behaviour, score] = twoParts(text);
    const isScore = scoreForm.test(score);
    if (isScore && !met.has(behaviour)) {
      met.add(behaviour);
      return [{ behaviour, score, at }];
    }
    reporter.report(
      "field/wrong-kind",
      at,
      isScore
        ? `A score of ${quoted(behaviour)} is expected already, and this is a second one.`
        : `${quoted(text)} is not a score.`,
      isScore ? "Keep one of the two." : "Write it as in listening = 2 of 3.",
    );
    return [];
  });
}

function readTranscript(fields: Fields, reporter: Reporter): Transcript {
  const expect = fields.nested("expect", expectFields);
  const scores =
    expect?.has("scores") === true ? expect.pairs("scores", "scores as in listening = 2 of 3") : [];
  return {
    name: fields.text("name", "what it is called"),
    draws: readDraws(fields, reporter),
    steps: fields
      .records("steps", stepFields, "the answers in their order")
      .flatMap((step) => readStep(step, reporter)),
    drawsAt: fields.at("draws"),
    ending: expect?.has("ending") === true ? expect.text("ending", "the ending") : null,
    endingAt: expect?.at("ending") ?? fields.start,
    passed: expect?.has("passed") === true ? expect.truth("passed") : null,
    passedAt: expect?.at("passed") ?? fields.start,
    scores: readExpectedScores(scores, reporter),
    at: fields.start,
  };
}

function readReplySample(fields: Fields): ReplySample {
  return {
    scene: fields.text("in", "the scene that asks for own words"),
    row: fields.text("row", "the name of the row that should take them"),
    words: fields.texts("words", "what people might type"),
    at: fields.start,
  };
}

export const boundFields = ["states", "shortest", "endings", "scores"];
const rangeForm = /^(\d+(?:\.\d+)?)(?:\s*(?:to|-|–|\.\.)\s*(\d+(?:\.\d+)?))?$/;

/** `found = 0.4 to 1`: an ending, and what the shares of its ways lie between. */
function readScores(bounds: Fields, reporter: Reporter): readonly WalkBound[] {
  if (!bounds.has("scores")) return [];
  return bounds
    .pairs("scores", "what the scores of each ending lie between")
    .flatMap(({ text, at }) => {
      const [ending, range] = twoParts(text);
      const found = rangeForm.exec(range);
      const [least, most] = [Number(found?.[1]), Number(found?.[2] ?? found?.[1])];
      if (found && least <= most && most <= 1) {
        return [
          { figure: "least" as const, ending, least, most, at },
          { figure: "greatest" as const, ending, least, most, at },
        ];
      }
      reporter.report(
        "field/wrong-kind",
        at,
        `${quoted(text)} says of no ending what its scores lie between.`,
        "Write it as in found = 0.4 to 1.",
      );
      return [];
    });
}

/** `found = 3`: an ending, and the most choices that its shortest way may take. */
function readShortest(bounds: Fields, reporter: Reporter): readonly WalkBound[] {
  if (!bounds.has("shortest")) return [];
  const whole = bounds.pairs("shortest", "the most choices of the shortest way to a pass");
  return whole.flatMap(({ text, at }) => {
    const [first = "", second, ...more] = text.split("=").map((part) => part.trim());
    const most = Number(second ?? first);
    if (/^\d{1,6}$/.test(second ?? first) && more.length === 0) {
      const ending = second === undefined ? null : first;
      return [{ figure: "shortest" as const, ending, least: 0, most, at }];
    }
    reporter.report(
      "field/wrong-kind",
      at,
      `${quoted(text)} is no number of choices.`,
      "Write it as in shortest: 4, or for each ending as in [found = 3, gone = 2].",
    );
    return [];
  });
}

function readBounds(top: Fields, reporter: Reporter): readonly WalkBound[] {
  const bounds = top.nested("bounds", boundFields);
  if (!bounds) return [];
  const whole = (figure: "states" | "endings"): readonly WalkBound[] => {
    if (!bounds.has(figure)) return [];
    const most = bounds.whole(figure, 0, 10_000_000, "the most it may be");
    const least = figure === "endings" ? most : 0;
    return [{ figure, ending: null, least, most, at: bounds.at(figure) }];
  };
  return [
    ...whole("states"),
    ...whole("endings"),
    ...readShortest(bounds, reporter),
    ...readScores(bounds, reporter),
  ];
}

export function parseTranscripts(source: Source): Parsed<TranscriptFile> {
  return parseSafely(source.file, (reporter) => {
    const text = acceptableText(source.text, reporter);
    const tree =
      text === null
        ? null
        : readYaml(
            text,
            1,
            [...topFields, ...transcriptFields, ...stepFields, ...replyFields],
            reporter,
          );
    if (!tree) return null;
    const top = new Fields(tree, reporter, topFields);
    // Replies and bounds may stand alone.
    const isAlone = !top.has("transcripts") && (top.has("replies") || top.has("bounds"));
    const transcripts = (
      isAlone
        ? []
        : top.records("transcripts", transcriptFields, "runs that must come out as they did", {
            expect: expectFields,
          })
    ).map((fields) => readTranscript(fields, reporter));
    reportDuplicates(transcripts, "transcript", reporter);
    return {
      transcripts,
      replies: top.has("replies")
        ? top.records("replies", replyFields, "what people might type").map(readReplySample)
        : [],
      bounds: readBounds(top, reporter),
    };
  });
}

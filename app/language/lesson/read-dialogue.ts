/** A small talk inside a lesson: the scenes of a role-play, read by the same readers and proved the same way. */
import type { Vocabulary } from "~/core/behaviour/behaviour";
import type { Dialogue } from "~/core/course/dialogue";
import { plainText } from "~/core/prose/prose";
import type { Choice, Scenario } from "~/core/scenario/definition";
import { verifyScenario } from "~/core/scenario/verification/verify";
import { nameOf, reportDuplicates, textOf } from "../element-reader";
import { allElementsIn, elementsIn, markdownIn, type Element } from "../parts";
import { readProse } from "../prose-reader";
import type { Reporter } from "../reporter";
import { checkResponse } from "../scenario/check-scenario";
import { readCast } from "../scenario/read-cast";
import { readEnding } from "../scenario/read-ending";
import { readScene } from "../scenario/read-scene";
import type { Scope } from "../scenario/scope";
import { reportWordsBetweenScenes } from "../scenario/stray-words";
import { thingsIn } from "../scenario/things";
import { UnknownNames } from "../unknown-names";

const moments = [2, 4] as const;
/** Four moments without variables have as many states as scenes and endings. */
const proofBounds = { states: 1_000, scoreStates: 1_000 };
/** Of a proof, what keeps somebody from playing it; a talk in a lesson has no score. */
const aboutTheWay = /^(unreachable|flow)\//;

/** A choice of a talk is known by its words: of two that say the same, only the first could be taken. */
function reportSameWords(choices: readonly Choice[], reporter: Reporter): void {
  const first = new Map<string, Choice>();
  for (const choice of choices) {
    const words = plainText(choice.text);
    const earlier = first.get(words);
    if (!earlier) first.set(words, choice);
    else if (words !== "") {
      reporter.report(
        "name/duplicate",
        choice.at,
        `These words stand in the <Choice> on line ${earlier.at.line} already.`,
        "Say it in other words, or take one out.",
      );
    }
  }
}

function readTalk(element: Element, vocabulary: Vocabulary | null, reporter: Reporter): Dialogue {
  const parts = elementsIn(element.content);
  const named = (name: string) => parts.filter((part) => part.name === name);
  const names = new UnknownNames();
  const scope: Scope = {
    vocabulary,
    reporter,
    names,
    declared: null,
    isTalk: true,
    refused: new Set(),
    cast: new Set(named("Cast").map((part) => textOf(part, "id"))),
    variables: new Map(),
    misdeclared: new Set(),
    printed: new Map(),
    scenes: new Set(named("Scene").map((part) => textOf(part, "id"))),
    interludes: new Map(),
    entries: new Map(),
    emptyInterludes: new Set(),
    endings: new Set(named("Ending").map((part) => textOf(part, "id"))),
    things: thingsIn(allElementsIn(element.content)),
  };
  reportWordsBetweenScenes(element.content, true, reporter);
  const cast = named("Cast").map((part) => readCast(part, scope));
  const scenes = named("Scene").map((part) => readScene(part, scope));
  for (const { choices } of scenes) reportSameWords(choices, reporter);
  const endings = named("Ending").map((part) => readEnding(part, scope));
  names.settle({}, reporter);
  const [least, most] = moments;
  if (scenes.length < least || scenes.length > most || endings.length === 0) {
    reporter.report(
      "dialogue/size",
      element.at,
      endings.length === 0
        ? "This talk never ends."
        : `This talk has ${String(scenes.length)} moments; in a lesson it has between ${String(least)} and ${String(most)}.`,
      endings.length === 0
        ? "Add an <Ending>."
        : "What needs more is a role-play of its own: lead to it with <RolePlay>.",
    );
  }
  reportDuplicates(
    [...scenes, ...endings].map(({ id, at }) => ({ name: id, at })),
    "scene or ending",
    reporter,
  );
  const id = nameOf(element, "id", reporter);
  const scenario: Scenario = {
    ...{ slug: id, title: textOf(element, "title"), summary: "", minutes: 1, channel: "desk" },
    ...{ setting: "", role: "", behaviours: [], variables: [], rules: [] },
    briefing: readProse(markdownIn(element.content), reporter),
    cast,
    start: scenes[0]?.id ?? "",
    scenes,
    endings,
    pass: { mark: null, requires: [], at: element.at },
  };
  return { id, title: scenario.title, scenario, at: element.at };
}

/** Null where there is none. What nobody could play to its end is an error. */
export function readDialogue(
  elements: readonly Element[],
  vocabulary: Vocabulary | null,
  reporter: Reporter,
): Dialogue | null {
  const [element, second] = elements.filter(({ name }) => name === "Dialogue");
  if (second) {
    reporter.report(
      "element/repeated",
      second.at,
      "A lesson has one <Dialogue>.",
      "Make a role-play of the other, or put it into another lesson.",
    );
  }
  if (!element) return null;
  const dialogue = readTalk(element, vocabulary, reporter);
  const choices = dialogue.scenario.scenes.flatMap((scene) => scene.choices);
  for (const choice of choices) checkResponse(choice, reporter);
  if (reporter.hasErrors) return dialogue;
  for (const { rule, at, message, fix } of verifyScenario(dialogue.scenario, proofBounds)
    .findings) {
    if (aboutTheWay.test(rule)) reporter.report(rule, at, message, fix);
  }
  return dialogue;
}

/** What a learner may answer: choices, rows of a typed reply, and silence. */
import type { BehaviourTag } from "~/core/behaviour/behaviour";
import {
  RETURN,
  type Choice,
  type Feedback,
  type Line,
  type Reply,
  type ReplyRow,
  type TimeLimit,
} from "~/core/scenario/definition";
import {
  listOf,
  nameOf,
  numberOf,
  placeOf,
  reportDuplicates,
  tagsOf,
  textOf,
} from "../element-reader";
import { elementsIn, hasStranger, type Element } from "../parts";
import { quoted, suggestName } from "../suggestion";
import { phrasesOf } from "./read-phrases";
import { reportLateWords } from "./stray-words";
import { effectsOf, guardOf, moodOf, scriptOf, speakerOf, type Scope } from "./scope";

export function readLine(element: Element, scope: Scope): Line {
  return {
    speaker: speakerOf(element, scope),
    mood: moodOf(element, scope),
    text: scriptOf(element, scope),
    when: guardOf(element, scope),
    at: element.at,
  };
}

function readFeedback(element: Element, scope: Scope): Feedback {
  return {
    text: scriptOf(element, scope),
    when: guardOf(element, scope),
    at: element.at,
  };
}

/** An answer that leads into an interlude: from elsewhere it is a call, from within it goes on. */
function checkInterlude(element: Element, scene: string, target: string, scope: Scope): void {
  const [own, other] = [scope.interludes.get(scene), scope.interludes.get(target)];
  if (other === undefined || own === other) return;
  const at = placeOf(element, "to");
  if (own !== undefined) {
    scope.reporter.report(
      "interlude/nested",
      at,
      `The interlude ${quoted(own)} calls the interlude ${quoted(other)}.`,
      'Lead to="return", or to a scene that is no interlude.',
    );
  } else if (element.name !== "Choice" && element.name !== "Match") {
    scope.reporter.report(
      "interlude/call",
      at,
      "Only a <Choice> or a <Match> can call an interlude.",
      "Lead to a scene that is no interlude.",
    );
  } else if (scope.entries.get(other) !== target) {
    scope.reporter.report(
      "interlude/call",
      at,
      `${quoted(target)} stands in the middle of the interlude ${quoted(other)}.`,
      `Call the interlude itself: to="${other}".`,
    );
  }
}

/** Where an answer given in `scene` leads; an interlude of several scenes is entered at its first. */
function targetOf(element: Element, scene: string, scope: Scope): string {
  const written = textOf(element, "to");
  if (!element.attributes.has("to")) return written;
  const isKnown = scope.scenes.has(written) || scope.endings.has(written);
  const target = isKnown ? written : (scope.entries.get(written) ?? written);
  const at = placeOf(element, "to");
  if (target === RETURN) {
    if (!scope.interludes.has(scene) && !isKnown && !scope.entries.has(RETURN)) {
      scope.reporter.report(
        "choice/target",
        at,
        "Only an interlude can return: nothing called this scene.",
        scope.isTalk
          ? "Name the scene or ending that comes next."
          : "Name the scene or ending that comes next, or write <Scene interlude>.",
      );
    }
    return target;
  }
  if (scope.emptyInterludes.has(written)) return written;
  if (!isKnown && !scope.entries.has(written)) {
    const what = scope.things.get(target);
    const message =
      target === ""
        ? "It is not said where this choice leads."
        : what !== undefined
          ? `This choice leads to ${quoted(target)}, which is ${what}, and neither a scene nor an ending.`
          : `This choice leads to ${quoted(target)}, and no scene or ending has that name.`;
    // It may have been meant to call an interlude, which needs less than an answer.
    scope.refused.add(element.at);
    const back = scope.interludes.has(scene) ? [RETURN] : [];
    const named = [...scope.scenes, ...scope.endings, ...scope.entries.keys(), ...back];
    const fix = suggestName(target, new Set(named), "scenes and endings");
    if (what !== undefined) scope.reporter.report("choice/target", at, message, fix);
    else scope.names.add("place", target, { rule: "choice/target", at, message, fix });
    return target;
  }
  scope.names.use("place", written);
  checkInterlude(element, scene, target, scope);
  return target;
}

/** Behaviours that an answer shows or misses, which the scenario has to list. */
function marked(element: Element, name: "shows" | "misses", scope: Scope): readonly BehaviourTag[] {
  const { declared, names } = scope;
  const known = tagsOf(element, name, scope.vocabulary, scope.reporter, names);
  const written = listOf(element, name);
  if (element.attributes.has(name) && written.length === 0) {
    scope.reporter.report(
      "attribute/wrong-value",
      placeOf(element, name),
      `\`${name}\` names no behaviour.`,
      `Write ${name}="…", or take it out.`,
    );
  }
  if (element.attributes.has(name) && known.length === 0) scope.refused.add(element.at);
  for (const { text, at } of written) {
    if (declared === null || declared.has(text) || !known.includes(text)) continue;
    names.add("undeclared", text, {
      rule: "behaviour/undeclared",
      at,
      message: `This choice is about ${quoted(text)}, which the scenario does not list.`,
      fix: `Add ${text} to \`behaviours\` at the top, or take it out here.`,
    });
  }
  return known;
}

function answerParts(element: Element, scene: string, fallbackId: string, scope: Scope): Choice {
  const named = (name: string) => elementsIn(element.content).filter((part) => part.name === name);
  const id = element.attributes.has("id") ? nameOf(element, "id", scope.reporter) : fallbackId;
  // Where it leads nowhere, it may be one that only looks something up, and those need no mark.
  const isPartial = hasStranger(element.content) || !element.attributes.has("to");
  if (isPartial) scope.refused.add(element.at);
  const target = targetOf(element, scene, scope);
  const shows = marked(element, "shows", scope);
  const misses = marked(element, "misses", scope);
  for (const { text, at } of listOf(element, "misses").filter((tag) => shows.includes(tag.text))) {
    scope.reporter.report(
      "attribute/wrong-value",
      at,
      `One answer cannot both show and miss ${quoted(text)}.`,
      "Take it out of `shows` or out of `misses`.",
    );
  }
  reportLateWords(element, scope.reporter);
  const isCall = scope.interludes.has(target) && !scope.interludes.has(scene);
  if (isCall && shows.length + misses.length > 0) {
    scope.reporter.report(
      "interlude/call",
      element.at,
      "This choice only calls an interlude: the moment is answered after it, so nothing is shown or missed yet.",
      "Take `shows` and `misses` out here, and mark the choices that answer the moment.",
    );
  }
  return {
    id,
    text: scriptOf(element, scope),
    when: guardOf(element, scope),
    effects: effectsOf(element, scope),
    shows,
    misses,
    consequence: named("Consequence").map((part) => readLine(part, scope)),
    feedback: named("Feedback").map((part) => readFeedback(part, scope)),
    target,
    at: element.at,
  };
}

export function readChoice(element: Element, index: number, scene: string, scope: Scope): Choice {
  return answerParts(element, scene, `choice-${index + 1}`, scope);
}

const seconds = { min: 5, max: 600, decimals: 0 };

export function readSilence(element: Element, scene: string, scope: Scope): TimeLimit {
  return {
    seconds: numberOf(element, "after", seconds, scope.reporter) ?? seconds.max,
    silence: answerParts(element, scene, "silence", scope),
  };
}

function readRow(element: Element, index: number, scene: string, scope: Scope): ReplyRow {
  const phrases = element.name === "Match" ? phrasesOf(element, "phrases", scope) : [];
  return {
    ...answerParts(
      element,
      scene,
      element.name === "Match" ? `match-${index + 1}` : "otherwise",
      scope,
    ),
    phrases: phrases.map(({ text }) => text),
    ...(phrases.length > 0 && { phrasesAt: phrases.map(({ at }) => at) }),
    unless: phrasesOf(element, "unless", scope).map(({ text }) => text),
  };
}

export function readReply(element: Element, scene: string, scope: Scope): Reply {
  const parts = elementsIn(element.content);
  const rows = parts.map((part, index) => readRow(part, index, scene, scope));
  const fallbacks = parts.filter((part) => part.name === "Otherwise");
  const isWhole = fallbacks.length === 1 && parts.at(-1)?.name === "Otherwise";
  if (!isWhole && !hasStranger(element.content)) {
    scope.reporter.report(
      "reply/otherwise",
      fallbacks[1]?.at ?? element.at,
      "A typed reply ends with one <Otherwise>, for everything that no phrase matches.",
      'Put <Otherwise to="…"> last, and only once.',
    );
  }
  reportDuplicates(
    rows.map((row) => ({ name: row.id, at: row.at })),
    "row of this reply",
    scope.reporter,
  );
  return { prompt: textOf(element, "prompt"), rows, at: element.at };
}

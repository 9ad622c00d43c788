/** What changed in an answer: its words, when it is on offer, what it does, shows and is matched by. */
import type { Change, ChangeKind } from "~/core/publishing/change";
import {
  becameText,
  isSameCondition,
  isSameSet,
  saidChanges,
  whenText,
  words,
} from "./comparison-words";
import type { Choice, Effect, ReplyRow } from "./definition";

const effectText = (effect: Effect): string => {
  if (effect.kind === "set") return `${effect.variable} = ${String(effect.value)}`;
  return `${effect.variable} ${effect.amount < 0 ? "-=" : "+="} ${Math.abs(effect.amount)}`;
};

const effectsText = ({ effects }: Choice) => effects.map(effectText).join("; ") || "nothing";

const listed = (tags: readonly string[]) => tags.join(", ") || "nothing";

const phrasesText = (phrases: readonly string[]) =>
  phrases.map((phrase) => `“${phrase}”`).join(", ");

/** Phrases that are new and gone; in what order they stand means nothing. */
function phraseChanges(before: Choice | ReplyRow, after: Choice | ReplyRow): readonly string[] {
  if (!("phrases" in before) || !("phrases" in after)) return [];
  const without = (some: readonly string[], others: readonly string[]) =>
    some.filter((phrase) => !others.includes(phrase));
  const told = (phrases: readonly string[], text: (quoted: string) => string) =>
    phrases.length > 0 ? [text(phrasesText(phrases))] : [];
  return [
    ...told(without(after.phrases, before.phrases), (quoted) => `is matched by ${quoted}, too`),
    ...told(without(before.phrases, after.phrases), (quoted) => `is matched by ${quoted} no more`),
    ...told(without(after.unless, before.unless), (quoted) => `is kept out by ${quoted}, too`),
    ...told(without(before.unless, after.unless), (quoted) => `is kept out by ${quoted} no more`),
  ];
}

/** What is otherwise in an answer of `scene`; `before` bears the name that the answer has now. */
export function answerChanges(scene: string, before: Choice, after: Choice): readonly Change[] {
  const name = `\`${scene}\`, \`${after.id}\``;
  const changes: Change[] = [];
  const push = (kind: ChangeKind, message: string) => changes.push({ kind, place: scene, message });
  if (words(before.text) !== words(after.text))
    push("wording", `${name}: ${becameText(before.text, after.text)}.`);
  for (const sentence of [
    ...saidChanges(before.consequence, after.consequence),
    ...saidChanges(before.feedback, after.feedback),
  ]) {
    push("wording", `What follows ${name}: ${sentence}`);
  }
  if (before.target !== after.target)
    push("flow", `${name} leads to \`${after.target}\`, no longer to \`${before.target}\`.`);
  if (!isSameCondition(before.when, after.when))
    push("flow", `${name} is on offer ${whenText(after.when)}, before ${whenText(before.when)}.`);
  if (effectsText(before) !== effectsText(after))
    push("flow", `${name} sets ${effectsText(after)}, before ${effectsText(before)}.`);
  if (!isSameSet(before.shows, after.shows))
    push("scoring", `${name} shows ${listed(after.shows)}, before ${listed(before.shows)}.`);
  if (!isSameSet(before.misses, after.misses))
    push("wording", `${name} misses ${listed(after.misses)}, before ${listed(before.misses)}.`);
  for (const phrases of phraseChanges(before, after)) push("flow", `${name} ${phrases}.`);
  return changes;
}

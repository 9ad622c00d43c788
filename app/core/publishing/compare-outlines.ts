/** What an edit of a course, a path or the vocabulary means for learners. */
import type { Behaviour, Vocabulary } from "~/core/behaviour/behaviour";
import { durationInWords, type Duration } from "~/core/calendar/duration";
import type { Course, Path, Step } from "~/core/course/definition";
import { noSettings } from "~/core/course/official-runs";
import type { OfficialSettings } from "~/core/course/definition";
import { stepSlug } from "~/core/course/progress";
import { listInWords } from "~/core/prose/in-words";
import type { Change, ChangeKind } from "./change";
import { toldChanges } from "./told-changes";

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function change(kind: ChangeKind, message: string, place: string | null = null): Change {
  return { kind, place, message };
}

const words = { lesson: "lesson", scenario: "role-play" } as const;

const nameOf = (step: Step) => `${words[step.kind]} \`${stepSlug(step)}\``;

function stepChanges(before: readonly Step[], after: readonly Step[]): Change[] {
  const among = (steps: readonly Step[], step: Step) =>
    steps.some((other) => other.kind === step.kind && stepSlug(other) === stepSlug(step));
  const fresh = after.filter((step) => !among(before, step));
  const gone = before.filter((step) => !among(after, step));
  const order = (steps: readonly Step[], others: readonly Step[]) =>
    steps.filter((step) => among(others, step)).map(nameOf);
  return [
    ...fresh.map((step) => change("rule", `The ${nameOf(step)} is a new step.`)),
    ...gone.map((step) => change("rule", `The ${nameOf(step)} is no step any more.`)),
    ...(same(order(before, after), order(after, before))
      ? []
      : [change("wording", "The steps come in another order.")]),
  ];
}

function lastsChange(before: Duration | undefined, after: Duration | undefined): Change[] {
  if (same(before, after)) return [];
  const lasts = after === undefined ? "for ever" : durationInWords(after);
  return [change("rule", `What is completed from now on lasts ${lasts}.`)];
}

function officialChanges(before: OfficialSettings, after: OfficialSettings): Change[] {
  const runs = ({ attempts }: OfficialSettings) =>
    attempts === null ? "as many as one likes" : String(attempts);
  const pause = (settings: OfficialSettings) =>
    settings.pause === null ? "none" : durationInWords(settings.pause);
  const sentences = [
    ...(runs(before) === runs(after)
      ? []
      : [`Official runs: ${runs(after)}, before ${runs(before)}.`]),
    ...(pause(before) === pause(after)
      ? []
      : [`The pause between two official runs: ${pause(after)}, before ${pause(before)}.`]),
    ...(before.counts === after.counts
      ? []
      : [`The ${after.counts} official run is the result, before the ${before.counts}.`]),
    ...(before.replay === after.replay
      ? []
      : [`Managers see official runs ${after.replay === undefined ? "no more" : "now"}.`]),
  ];
  return sentences.map((sentence) => change("rule", sentence));
}

/** Everything that is otherwise in a course: what it says of itself, its steps, and its settings of official runs. */
export function compareCourses(before: Course, after: Course): readonly Change[] {
  const told = ({ title, summary, behaviours, order }: Course) => ({
    ...{ title, summary },
    behaviours: listInWords(behaviours),
    "place in lists": String(order),
  });
  return [
    ...toldChanges(told(before), told(after)).map((sentence) => change("wording", sentence)),
    ...stepChanges(before.steps, after.steps),
    ...officialChanges(before.official ?? noSettings, after.official ?? noSettings),
    ...lastsChange(before.validFor, after.validFor),
  ];
}

/** Everything that is otherwise in a path: what it says of itself, its steps, and when they are due. */
export function comparePaths(before: Path, after: Path): readonly Change[] {
  const told = ({ title, summary }: Path) => ({ title, summary });
  const redated = after.steps.filter((step) =>
    before.steps.some(
      (earlier) =>
        stepSlug(earlier) === stepSlug(step) && earlier.dueAfterDays !== step.dueAfterDays,
    ),
  );
  return [
    ...toldChanges(told(before), told(after)).map((sentence) => change("wording", sentence)),
    ...stepChanges(before.steps, after.steps),
    ...lastsChange(before.validFor, after.validFor),
    ...redated.map((step) =>
      change("wording", `The ${nameOf(step)} is due on day ${step.dueAfterDays}.`),
    ),
  ];
}

/** Behaviours that are new, gone, or told otherwise. */
export function compareBehaviours(before: Vocabulary, after: Vocabulary): readonly Change[] {
  const tags = (vocabulary: Vocabulary) => vocabulary.map(({ tag }) => tag);
  const fresh = tags(after).filter((tag) => !tags(before).includes(tag));
  const gone = tags(before).filter((tag) => !tags(after).includes(tag));
  const told = ({ tag, name, rule, signs, counterExamples }: Behaviour) => ({
    [`name of \`${tag}\``]: name,
    [`rule of \`${tag}\``]: rule,
    [`signs of \`${tag}\``]: signs.join("; "),
    [`counter-examples of \`${tag}\``]: counterExamples.join("; "),
  });
  const edited = after.flatMap((behaviour) => {
    const earlier = before.find(({ tag }) => tag === behaviour.tag);
    const sentences = earlier === undefined ? [] : toldChanges(told(earlier), told(behaviour));
    return sentences.map((sentence) => change("wording", sentence, behaviour.tag));
  });
  return [
    ...(fresh.length > 0 ? [change("scoring", `New behaviours: ${listInWords(fresh)}.`)] : []),
    ...(gone.length > 0 ? [change("scoring", `Behaviours gone: ${listInWords(gone)}.`)] : []),
    ...edited,
  ];
}

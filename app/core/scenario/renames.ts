/**
 * What only bears another name since an edit. Names are the author's: no learner sees them, so a
 * scene that is called otherwise is the same scene, and whatever leads to it leads where it did.
 */
import type { Change } from "~/core/publishing/change";
import type { Script } from "~/core/prose/prose";
import type { Choice, Ending, Scenario, Scene } from "./definition";
import { answersOf } from "./lookup";
import { plainScript } from "./script";

/** Names as they were to names as they are. */
type Names = ReadonlyMap<string, string>;

interface Named {
  readonly id: string;
}

/** So much of what two of them say must be the same, for one to be the other. */
const ALIKE = 0.5;

/** The share of sentences that both hold, 0 to 1. */
function likeness(some: readonly string[], others: readonly string[]): number {
  const left = [...others];
  const shared = some.filter((sentence) => {
    const at = left.indexOf(sentence);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
  const all = some.length + others.length;
  return all === 0 ? 0 : (2 * shared.length) / all;
}

/** Old names to new ones, the likeliest first; nothing becomes two things, nor two things one. */
function pairs<Part extends Named>(
  gone: readonly Part[],
  added: readonly Part[],
  saidBy: (part: Part) => readonly string[],
): Names {
  const candidates = added.map((to) => ({ to: to.id, said: saidBy(to) }));
  const likely = gone
    .flatMap((from) => {
      const said = saidBy(from);
      return candidates.map((own) => ({
        from: from.id,
        to: own.to,
        alike: likeness(said, own.said),
      }));
    })
    .filter(({ alike }) => alike >= ALIKE)
    .toSorted((one, other) => other.alike - one.alike);
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { from, to } of likely) {
    if (names.has(from) || taken.has(to)) continue;
    names.set(from, to);
    taken.add(to);
  }
  return names;
}

const without = <Part extends Named>(some: readonly Part[], others: readonly Part[]) =>
  some.filter(({ id }) => !others.some((other) => other.id === id));

const plain = (said: readonly { readonly text: Script }[]) =>
  said.map(({ text }) => plainScript(text));

const saidInAnswer = ({ text, consequence, feedback }: Choice) => [
  plainScript(text),
  ...plain([...consequence, ...feedback]),
];

const saidInScene = (scene: Scene) => [
  ...plain([...scene.lines, ...answersOf(scene)]),
  ...(scene.reply ? [scene.reply.prompt] : []),
];

const saidInEnding = ({ title, lines, felt, tonight }: Ending) => [
  title,
  ...plain([...lines, { text: felt }, { text: tonight }]),
];

/** What is gone, and whose name another bears now, is told apart from it. */
function withoutClashes(names: Names, before: readonly Named[]): Names {
  const taken = new Set(names.values());
  const gone = before.filter(({ id }) => !names.has(id) && taken.has(id));
  return new Map([...names, ...gone.map(({ id }) => [id, `${id} (as it was)`] as const)]);
}

/** A name that an answer has from where it stands: another one may have it after an edit. */
const isDerived = (id: string) => /^(?:choice|match)-\d+$/.test(id);

/** Answers whose name alone does not say which of the others they are. */
function unsettled(some: readonly Choice[], others: readonly Choice[]): readonly Choice[] {
  return some.filter((answer) => {
    const other = others.find(({ id }) => id === answer.id);
    const isSame = other && plainScript(other.text) === plainScript(answer.text);
    return isDerived(answer.id) ? isSame !== true : other === undefined;
  });
}

/** Of one kind of answer: a choice goes on as a choice only, and a row as a row. */
function answerNames(before: readonly Choice[], after: readonly Choice[]): Names {
  const names = pairs(unsettled(before, after), unsettled(after, before), saidInAnswer);
  return withoutClashes(names, before);
}

const renamed = <Part extends Named>(part: Part, names: Names): Part => ({
  ...part,
  id: names.get(part.id) ?? part.id,
});

function sceneUnder(scene: Scene, places: Names, choiceNames: Names, rowNames: Names): Scene {
  const named = (place: string) => places.get(place) ?? place;
  const led = <Answer extends Choice>(answer: Answer): Answer => ({
    ...answer,
    target: named(answer.target),
  });
  const { choices, reply, timed, repairs } = scene;
  return {
    ...renamed(scene, places),
    choices: choices.map((choice) => led(renamed(choice, choiceNames))),
    ...(reply && {
      reply: { ...reply, rows: reply.rows.map((row) => led(renamed(row, rowNames))) },
    }),
    ...(timed && { timed: { ...timed, silence: led(timed.silence) } }),
    ...(repairs && { repairs: repairs.map(named) }),
  };
}

interface Renamed {
  /** The scenario as it was, with the names that its parts bear now. */
  readonly before: Scenario;
  readonly changes: readonly Change[];
}

/** The earlier scenario as if its parts had always borne their new names, so that it can be compared by name. */
export function underNewNames(before: Scenario, after: Scenario): Renamed {
  const scenes = pairs(
    without(before.scenes, after.scenes),
    without(after.scenes, before.scenes),
    saidInScene,
  );
  const endings = pairs(
    without(before.endings, after.endings),
    without(after.endings, before.endings),
    saidInEnding,
  );
  const renamedPlaces = new Map([...scenes, ...endings]);
  const places = withoutClashes(renamedPlaces, [...before.scenes, ...before.endings]);
  const named = (place: string) => places.get(place) ?? place;
  const changes = [...renamedPlaces].map(([from, to]): Change => ({
    kind: "wording",
    place: to,
    message: `The ${scenes.has(from) ? "scene" : "ending"} \`${from}\` is called \`${to}\` now.`,
  }));
  const own = new Map(after.scenes.map((scene) => [scene.id, scene]));
  const old = before.scenes.map((scene) => {
    const now = own.get(named(scene.id));
    const choiceNames = answerNames(scene.choices, now?.choices ?? []);
    const rowNames = answerNames(scene.reply?.rows ?? [], now?.reply?.rows ?? []);
    for (const [from, to] of [...choiceNames, ...rowNames]) {
      if (isDerived(from)) continue;
      const message = `The answer \`${from}\` of \`${named(scene.id)}\` is called \`${to}\` now.`;
      changes.push({ kind: "wording", place: named(scene.id), message });
    }
    return sceneUnder(scene, places, choiceNames, rowNames);
  });
  return {
    before: {
      ...before,
      start: named(before.start),
      rules: before.rules.map((rule) => ({ ...rule, target: named(rule.target) })),
      scenes: old,
      endings: before.endings.map((ending) => renamed(ending, places)),
    },
    changes,
  };
}

/** The time that the quickest way takes to read, state by state. */
import { countInWords } from "~/core/prose/in-words";
import type { Script } from "~/core/prose/prose";
import type { Guard, Line } from "../definition";
import { stepOf, wayTo, type Finding } from "./finding";
import { sizeOf } from "./graph";
import type { Probe, Slots } from "./probe";
import { calledOfCode, callerOfCode, valuesOfCode } from "./state-codes";
import { nextCase } from "./telling-draws";
import type { Walk } from "./walk";
import { countWords, wordCounter, wordsAt, type WordCount } from "./word-count";

const WORDS_A_MINUTE = 220;
const SECONDS_A_CHOICE = 3;
/** As much as a scenario may say of itself. */
const MOST_MINUTES = 60;

const secondsFor = (count: number): number => (count / WORDS_A_MINUTE) * 60;

/** Words that are always read, and those that depend on a condition or on what is drawn. */
interface Text {
  readonly always: number;
  readonly sometimes: readonly { readonly probe: Probe | null; readonly words: WordCount }[];
}

interface Said {
  readonly text: Script;
  readonly when: Guard | null;
}

type Count = (script: Script) => WordCount;

/** `probes` are those of the parts that have a condition, in the same order. */
function textOf(parts: readonly Said[], probes: readonly Probe[], count: Count): Text {
  const open = [...probes];
  const counted = parts.map(({ text, when }) => ({
    probe: when === null ? null : (open.shift() ?? null),
    words: count(text),
  }));
  const isFixed = (part: (typeof counted)[number]) =>
    part.probe === null && typeof part.words === "number";
  return {
    always: counted.reduce(
      (sum, { probe, words }) => (probe === null && typeof words === "number" ? sum + words : sum),
      0,
    ),
    sometimes: counted.filter((part) => !isFixed(part)),
  };
}

function wordsIn({ always, sometimes }: Text, slots: Slots): number {
  return sometimes.reduce(
    (sum, { probe, words }) =>
      probe === null || probe.test(slots) ? sum + wordsAt(words, slots) : sum,
    always,
  );
}

class Reader {
  private readonly lines: readonly Text[];
  private readonly asked: readonly Text[];
  private readonly endings: readonly ((slots: Slots) => number)[];
  private readonly answers: readonly Text[];
  private readonly slots: Slots;
  /** The values of the draws that only tell, in the case that is read. */
  readonly told: Slots;

  constructor(private readonly walk: Walk) {
    const { program } = walk;
    const count = wordCounter(program.scenario);
    this.slots = new Int32Array(program.sizes.length);
    this.told = new Int32Array(program.sizes.length);
    this.lines = program.scenes.map(({ scene, lines }) => textOf(scene.lines, lines, count));
    this.asked = program.scenes.map(({ answers }) => {
      const choices = answers.filter(({ kind }) => kind === "choice");
      return textOf(
        choices.map(({ choice }) => choice),
        choices.flatMap(({ when }) => when ?? []),
        count,
      );
    });
    this.answers = program.answers.map(({ choice, after }) =>
      textOf(choice.consequence, after.slice(0, conditional(choice.consequence)), count),
    );
    this.endings = program.scenario.endings.map((ending, index) => {
      const lines = textOf(ending.lines, program.endingLines[index] ?? [], count);
      const told = program.tellings[index] ?? [];
      const texts = [
        { otherwise: count(ending.felt), when: ending.feltWhen ?? [] },
        { otherwise: count(ending.tonight), when: ending.tonightWhen ?? [] },
      ].map(({ otherwise, when }) => ({ otherwise, when: when.map(({ text }) => count(text)) }));
      return (slots) =>
        wordsIn(lines, slots) +
        texts.reduce((sum, { otherwise, when }, list) => {
          const first = (told[list] ?? []).findIndex((probe) => probe.test(slots));
          return sum + wordsAt(when[first] ?? otherwise, slots);
        }, 0);
    });
  }

  /** The values of a state, ready to be tested. */
  private valuesAt(state: number): Slots {
    const { program, codes } = this.walk;
    valuesOfCode(program, codes[state] ?? 0, this.slots);
    for (const slot of program.telling) this.slots[slot] = this.told[slot] ?? 0;
    return this.slots;
  }

  /** From now on what is told in the next case of the draws that only tell; false after the last. */
  turn(): boolean {
    const { sizes, telling } = this.walk.program;
    return nextCase(sizes, telling, this.told);
  }

  /** Back from a detour, where the lines were read before. */
  private isBack(state: number): boolean {
    const { program, codes } = this.walk;
    const code = codes[state] ?? 0;
    return callerOfCode(program, code) === 0 && calledOfCode(program, code) !== 0;
  }

  /** Seconds in a state. Whoever comes back from a detour has read the lines already. */
  inState(state: number): number {
    const place = this.walk.places[state] ?? 0;
    const slots = this.valuesAt(state);
    const ending = this.endings[place - this.walk.program.scenes.length];
    if (ending) return secondsFor(ending(slots));
    const lines = this.lines[place];
    const asked = this.asked[place];
    return (
      secondsFor(
        (lines && !this.isBack(state) ? wordsIn(lines, slots) : 0) +
          (asked ? wordsIn(asked, slots) : 0),
      ) + SECONDS_A_CHOICE
    );
  }

  /** Seconds for what follows an answer at once, with the values that it leads to. */
  after(answer: number, target: number): number {
    const text = this.answers[answer];
    return text ? secondsFor(wordsIn(text, this.valuesAt(target))) : 0;
  }
}

const conditional = (lines: readonly Line[]) => lines.filter(({ when }) => when !== null).length;

interface QuickestWay {
  readonly seconds: number;
  readonly way: readonly string[];
}

/** The quickest way in one case of the draws that only tell. Null where no ending is reached. */
function quickestFor(walk: Walk, reader: Reader): QuickestWay | null {
  const { program } = walk;
  const best = new Float64Array(sizeOf(walk)).fill(Infinity);
  const parents = new Int32Array(sizeOf(walk)).fill(-1);
  const through = new Int32Array(sizeOf(walk)).fill(-1);
  const waiting = [...walk.initial];
  for (const state of waiting) best[state] = reader.inState(state);
  let quickest: { state: number; seconds: number } | null = null;
  for (let at = 0; at < waiting.length; at += 1) {
    const state = waiting[at] ?? 0;
    const sofar = best[state] ?? Infinity;
    if (quickest && sofar >= quickest.seconds) continue;
    if ((walk.places[state] ?? 0) >= program.scenes.length) quickest = { state, seconds: sofar };
    const end = walk.rows[state + 1] ?? 0;
    for (let edge = walk.rows[state] ?? 0; edge < end; edge += 1) {
      const target = walk.targets[edge] ?? 0;
      const answer = walk.answers[edge] ?? -1;
      const seconds = sofar + reader.after(answer, target) + reader.inState(target);
      if (seconds >= (best[target] ?? 0)) continue;
      best[target] = seconds;
      parents[target] = state;
      through[target] = answer;
      waiting.push(target);
    }
  }
  if (!quickest) return null;
  const steps: string[] = [];
  let state = quickest.state;
  for (let parent = parents[state] ?? -1; parent !== -1; parent = parents[state] ?? -1) {
    steps.push(stepOf(walk, through[state] ?? -1));
    state = parent;
  }
  return {
    seconds: quickest.seconds + secondsFor(countWords(program.scenario.briefing)),
    way: [...wayTo(walk, state, reader.told), ...steps.reverse()],
  };
}

/**
 * The quickest way to any ending, in each case of the draws that only tell: what is said and offered
 * on it, the briefing, and a little for each choice. Feedback is not counted: an official run gives it
 * at its end. Null where no ending is reached.
 */
export function* quickestWays(walk: Walk): Generator<QuickestWay | null> {
  const reader = new Reader(walk);
  do yield quickestFor(walk, reader);
  while (reader.turn());
}

/** States read over all cases: beyond them it is given up. */
const MOST_READ = 1_000_000;

/** Whether even the quickest way takes longer to read than the author says; not decided where draws make too many cases. */
export function tooMuchToRead(walk: Walk): readonly Finding[] {
  const { minutes, places, pass } = walk.program.scenario;
  const at = places?.minutes ?? pass.at;
  let quickest: QuickestWay | null = null;
  let read = 0;
  for (const way of quickestWays(walk)) {
    if (way === null || way.seconds <= minutes * 60) return [];
    if (read > MOST_READ) {
      return [
        {
          rule: "proof/not-decided",
          at,
          message: `Whether even the quickest way takes more than ${countInWords(minutes, "minute")} to read is not decided: too much of what is told is drawn.`,
          fix: "Shorten it, draw less, or let `minutes` say more.",
          witness: null,
        },
      ];
    }
    if (quickest === null || way.seconds < quickest.seconds) quickest = way;
    read += sizeOf(walk);
  }
  if (quickest === null) return [];
  const needed = Math.ceil(quickest.seconds / 60);
  return [
    {
      rule: "minutes/too-short",
      at,
      message: `Even the quickest way takes about ${countInWords(needed, "minute")} to read; \`minutes\` says ${minutes}.`,
      fix:
        needed > MOST_MINUTES
          ? `Shorten it: \`minutes\` may say ${MOST_MINUTES} at most.`
          : `Write minutes: ${needed}, or shorten it.`,
      witness: quickest.way,
    },
  ];
}

/**
 * Whether a row of a typed reply ever gets its turn: a sentence that it matches and that no earlier
 * row takes, looked for word by word through everything that could be typed. Exact: words that no
 * phrase tells apart are one word here, so that there are finitely many cases.
 */
import type { ReplyRow } from "../definition";
import { matchReply, MAX_GAP, sentencesFor, waysToSay, type Places } from "../reply-matching";

/** States of one place in a phrase: where it is a gap, one for each number of words that it has taken. */
const STATES = MAX_GAP + 1;

interface Phrase {
  readonly parts: Places;
  /** Number of its first state; those of each place follow one another. */
  readonly base: number;
}

/** Rows of the question: `own` is wanted, each of `earlier` must not take the sentence. */
class Rubric {
  readonly phrases: Phrase[] = [];
  /** By state, the number of its phrase. */
  readonly phraseOf: number[] = [];
  private readonly groups = new Map<string, readonly number[]>();

  /** The numbers of the ways in which it can be said: each is a phrase by itself here. */
  private add(phrase: string): readonly number[] {
    const known = this.groups.get(phrase);
    if (known !== undefined) return known;
    const numbers = waysToSay(phrase).map((parts) => {
      const number = this.phrases.length;
      this.phrases.push({ parts, base: this.phraseOf.length });
      for (let state = 0; state < parts.length * STATES; state += 1) this.phraseOf.push(number);
      return number;
    });
    this.groups.set(phrase, numbers);
    return numbers;
  }

  all(phrases: readonly string[]): readonly number[] {
    return phrases.flatMap((phrase) => this.add(phrase));
  }

  /** One word for each set of places that it fits, and one that fits none. */
  words(): readonly string[] {
    const fits = new Map<string, Set<number>>();
    for (const { parts, base } of this.phrases) {
      for (const [at, part] of parts.entries()) {
        for (const word of part ?? []) {
          const known = fits.get(word);
          if (known === undefined) fits.set(word, new Set([base + at]));
          else known.add(base + at);
        }
      }
    }
    let other = "zz";
    while (fits.has(other)) other += "z";
    const signatures = new Map([["", other]]);
    for (const [word, places] of fits) {
      const signature = [...places].join(",");
      if (!signatures.has(signature)) signatures.set(signature, word);
    }
    return [...signatures.values()];
  }
}

interface Reading {
  /** States in unfinished phrases. */
  readonly states: ReadonlySet<number>;
  readonly matched: ReadonlySet<number>;
  readonly sentence: readonly string[];
}

function step({ states, matched, sentence }: Reading, word: string, rubric: Rubric): Reading {
  const { phrases, phraseOf } = rubric;
  const next = new Set<number>();
  const done = new Set(matched);
  const reach = (phrase: number, part: number, gap: number): void => {
    const { parts, base } = phrases[phrase] ?? { parts: [], base: 0 };
    if (part >= parts.length) {
      done.add(phrase);
      return;
    }
    next.add(base + part * STATES + gap);
    if (parts[part] === null) reach(phrase, part + 1, 0);
  };
  const read = (phrase: number, part: number, gap: number): void => {
    const wanted = phrases[phrase]?.parts[part];
    if (wanted === undefined) return;
    if (wanted === null) {
      if (gap < MAX_GAP) reach(phrase, part, gap + 1);
    } else if (wanted.includes(word)) reach(phrase, part + 1, 0);
  };
  for (const phrase of phrases.keys()) if (!done.has(phrase)) read(phrase, 0, 0);
  for (const state of states) {
    const phrase = phraseOf[state] ?? 0;
    if (done.has(phrase)) continue;
    const within = state - (phrases[phrase]?.base ?? 0);
    read(phrase, Math.floor(within / STATES), within % STATES);
  }
  for (const state of next) {
    const phrase = phraseOf[state] ?? 0;
    const gap = (state - (phrases[phrase]?.base ?? 0)) % STATES;
    let isLeast = true;
    for (let less = 1; less <= gap; less += 1) if (next.has(state - less)) isLeast = false;
    // Whatever follows a gap that is more used up follows one that is less used up, too.
    if (done.has(phrase) || !isLeast) next.delete(state);
  }
  return { states: next, matched: done, sentence: [...sentence, word] };
}

const inOrder = (numbers: ReadonlySet<number>) =>
  [...numbers].sort((one, other) => one - other).join(" ");

const MAX_READINGS = 3_000;

type Answer = { readonly sentence: string } | "none" | "not decided";

/**
 * Whether each phrase of `row` holds a phrase of an earlier row that nothing excuses but what
 * excuses `row` too. Two phrases at a time are few cases, however many phrases the rows have.
 */
function isCovered(row: ReplyRow, earlier: readonly ReplyRow[]): boolean {
  const covering = earlier.filter(({ unless }) =>
    unless.every((phrase) => row.unless.includes(phrase)),
  );
  const holds = (phrase: string, part: string) =>
    search({ phrases: [phrase], unless: [] }, [{ phrases: [part], unless: [] }]) === "none";
  return (
    row.phrases.length > 0 &&
    row.phrases.every((phrase) =>
      covering.some(({ phrases }) => phrases.some((part) => holds(phrase, part))),
    )
  );
}

/**
 * Whether nothing can be typed that the row takes by this phrase: its own `unless` or one phrase of an
 * earlier row is in everything that holds it. What only several earlier phrases together take is left.
 */
export function isTakenElsewhere(
  row: ReplyRow,
  phrase: string,
  earlier: readonly ReplyRow[],
): boolean {
  // Whatever holds the phrase and is taken by the row is taken by it alone as well.
  const takes = (text: string) =>
    matchReply({ rows: [...earlier, row] }, text, () => true)?.row === row;
  if (sentencesFor(phrase).some(takes)) return false;
  const alone = { ...row, phrases: [phrase] };
  return search(alone, []) === "none" || isCovered(alone, earlier);
}

/** A sentence that `row` takes where the rows `earlier` are open before it, if there is one. */
export function sentenceThatTakes(row: ReplyRow, earlier: readonly ReplyRow[]): Answer {
  const found = search(row, earlier);
  return found === "not decided" && isCovered(row, earlier) ? "none" : found;
}

type Matching = Pick<ReplyRow, "phrases" | "unless">;

function search(row: Matching, earlier: readonly Matching[]): Answer {
  const rubric = new Rubric();
  const own = rubric.all(row.phrases);
  const ownUnless = rubric.all(row.unless);
  const before = earlier.map((other) => ({
    phrases: rubric.all(other.phrases),
    unless: rubric.all(other.unless),
  }));
  const some = (phrases: readonly number[], matched: ReadonlySet<number>) =>
    phrases.some((phrase) => matched.has(phrase));
  const isLost = (matched: ReadonlySet<number>) =>
    some(ownUnless, matched) ||
    before.some(
      ({ phrases, unless }) =>
        unless.every((phrase) => ownUnless.includes(phrase)) && some(phrases, matched),
    );
  const isTaken = (matched: ReadonlySet<number>) =>
    (row.phrases.length === 0 || some(own, matched)) &&
    !before.some(({ phrases, unless }) => some(phrases, matched) && !some(unless, matched));
  const words = rubric.words();
  const first: Reading = { states: new Set(), matched: new Set(), sentence: [] };
  const waiting = [first];
  const known = new Set<string>();
  for (let at = 0; at < waiting.length; at += 1) {
    const reading = waiting[at] ?? first;
    for (const word of words) {
      const next = step(reading, word, rubric);
      if (isLost(next.matched)) continue;
      if (isTaken(next.matched)) return { sentence: next.sentence.join(" ") };
      const key = `${inOrder(next.states)}|${inOrder(next.matched)}`;
      if (known.has(key)) continue;
      if (known.size >= MAX_READINGS) return "not decided";
      known.add(key);
      waiting.push(next);
    }
  }
  return "none";
}

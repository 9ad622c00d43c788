/**
 * Whether a row of a typed reply ever gets its turn: a sentence that it matches and that no earlier
 * row takes, looked for word by word through everything that could be typed. Exact: words that no
 * phrase tells apart are one word here, so that there are finitely many cases.
 */
import type { ReplyRow } from "../definition";
import { MAX_GAP, waysToSay, type Places } from "../reply-matching";

/** A word that is in no phrase. */
const OTHER = "zz";

interface Phrase {
  readonly parts: Places;
  /** Number of its first state; a state is a place in the phrase and how much of a gap was used. */
  readonly base: number;
}

/** Rows of the question: `own` is wanted, each of `earlier` must not take the sentence. */
class Rubric {
  readonly phrases: Phrase[] = [];
  private size = 0;
  private readonly groups = new Map<string, readonly number[]>();

  /** The numbers of the ways in which it can be said: each is a phrase by itself here. */
  private add(phrase: string): readonly number[] {
    const known = this.groups.get(phrase);
    if (known !== undefined) return known;
    const numbers = waysToSay(phrase).map((parts) => {
      this.phrases.push({ parts, base: this.size });
      this.size += (parts.length + 1) * (MAX_GAP + 1);
      return this.phrases.length - 1;
    });
    this.groups.set(phrase, numbers);
    return numbers;
  }

  all(phrases: readonly string[]): readonly number[] {
    return phrases.flatMap((phrase) => this.add(phrase));
  }

  /** One word for each set of places that it fits, and one that fits none. */
  words(): readonly string[] {
    const signatures = new Map<string, string>([["", OTHER]]);
    const every = new Set(this.phrases.flatMap(({ parts }) => parts.flatMap((part) => part ?? [])));
    for (const word of every) {
      const fits = this.phrases.flatMap(({ parts, base }) =>
        parts.flatMap((part, at) => (part?.includes(word) === true ? [base + at] : [])),
      );
      const signature = fits.join(",");
      if (!signatures.has(signature)) signatures.set(signature, word);
    }
    return [...signatures.values()];
  }
}

interface Reading {
  /** Places in unfinished phrases, as `phrase:part:gap`. */
  readonly places: ReadonlySet<string>;
  readonly matched: ReadonlySet<number>;
  readonly sentence: readonly string[];
}

function step({ places, matched, sentence }: Reading, word: string, rubric: Rubric): Reading {
  const next = new Set<string>();
  const done = new Set(matched);
  const reach = (phrase: number, part: number, gap: number): void => {
    const { parts } = rubric.phrases[phrase] ?? { parts: [] };
    if (part >= parts.length) {
      done.add(phrase);
      return;
    }
    next.add(`${phrase}:${part}:${gap}`);
    if (parts[part] === null) reach(phrase, part + 1, 0);
  };
  const read = (phrase: number, part: number, gap: number): void => {
    const wanted = rubric.phrases[phrase]?.parts[part];
    if (wanted === undefined) return;
    if (wanted === null) {
      if (gap < MAX_GAP) reach(phrase, part, gap + 1);
    } else if (wanted.includes(word)) reach(phrase, part + 1, 0);
  };
  for (const [phrase] of rubric.phrases.entries()) if (!done.has(phrase)) read(phrase, 0, 0);
  for (const place of places) {
    const [phrase = 0, part = 0, gap = 0] = place.split(":").map(Number);
    if (!done.has(phrase)) read(phrase, part, gap);
  }
  const isLeast = (phrase: number, part: number, gap: number) =>
    Array.from({ length: gap }, (_, less) => less).every(
      (less) => !next.has(`${phrase}:${part}:${less}`),
    );
  for (const place of next) {
    const [phrase = 0, part = 0, gap = 0] = place.split(":").map(Number);
    // Whatever follows a gap that is more used up follows one that is less used up, too.
    if (done.has(phrase) || !isLeast(phrase, part, gap)) next.delete(place);
  }
  return { places: next, matched: done, sentence: [...sentence, word] };
}

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
  const first: Reading = { places: new Set(), matched: new Set(), sentence: [] };
  const waiting = [first];
  const known = new Set<string>();
  for (let at = 0; at < waiting.length; at += 1) {
    const reading = waiting[at] ?? first;
    for (const word of words) {
      const next = step(reading, word, rubric);
      if (isLost(next.matched)) continue;
      if (isTaken(next.matched)) return { sentence: next.sentence.join(" ") };
      const key = `${[...next.places].sort().join(" ")}|${[...next.matched].sort().join(" ")}`;
      if (known.has(key)) continue;
      if (known.size >= MAX_READINGS) return "not decided";
      known.add(key);
      waiting.push(next);
    }
  }
  return "none";
}

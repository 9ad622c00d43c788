/** What publishing a piece means for people, in sentences: numbers only, and no practice of anybody. */
import { countInWords, listInWords } from "~/core/prose/in-words";
import { gravestKind, meanings, type Change, type ChangeKind } from "./change";

export type PieceKind = "behaviours" | "course" | "lesson" | "path" | "scenario";

export interface ImpactFacts {
  readonly kind: PieceKind;
  /** Whether there is a revision before and after: a new piece has none before. */
  readonly isNew: boolean;
  readonly isWithdrawn: boolean;
  readonly changes: readonly Change[];
  /** Attempts under way, by the short name of their revision; practice and official together. */
  readonly open: readonly { readonly revision: string; readonly count: number }[];
  /** People who have begun it and not completed it. */
  readonly begun: number;
  /** Completions on record that stand. */
  readonly completions: number;
}

export type Verdict = ChangeKind | "new" | "withdrawn" | "same";

/** The gravest that publishing comes to. */
export function verdictOf({ isNew, isWithdrawn, changes }: ImpactFacts): Verdict {
  if (isNew) return "new";
  if (isWithdrawn) return "withdrawn";
  return gravestKind(changes) ?? "same";
}

const others = {
  new: "New: nobody has met it before.",
  withdrawn: "It will not be on offer any more.",
  same: "Nothing changes for learners.",
} as const;

/** A verdict as a sentence, for whoever publishes. */
export function meaningOf(verdict: Verdict): string {
  switch (verdict) {
    case "new":
    case "withdrawn":
    case "same":
      return others[verdict];
    default:
      return meanings[verdict];
  }
}

/** Nobody has to think about a change of words alone. */
export function needsConfirmation(verdicts: readonly Verdict[]): boolean {
  return verdicts.some((verdict) => verdict !== "wording" && verdict !== "same");
}

function openAttempts(open: ImpactFacts["open"]): string {
  const total = open.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return "No attempt is open.";
  const [only] = open;
  const where =
    open.length === 1 && only !== undefined
      ? ` on revision ${only.revision}`
      : `: ${listInWords(open.map(({ revision, count }) => `${count} on revision ${revision}`))}`;
  const verb = total === 1 ? "is" : "are";
  const goOn = total === 1 ? "It goes on as it began." : "They go on as they began.";
  return `${countInWords(total, "attempt")} ${verb} open${where}. ${goOn}`;
}

function begunBy({ kind, begun, isWithdrawn, changes }: ImpactFacts): string | null {
  if (begun === 0 || kind === "scenario" || kind === "behaviours") return null;
  const people = begun === 1 ? "1 person has" : `${begun} people have`;
  if (kind === "lesson") {
    const asked = changes.some(({ isNew }) => isNew === true);
    const more = asked ? " Only what is new is asked of them." : "";
    return `${people} begun it. What they answered and wrote stays.${more}`;
  }
  const they = isWithdrawn ? "keep what they have done" : "go on with the steps as they are now";
  return `${people} begun this ${kind} and ${begun === 1 ? they.replace(/^keep/, "keeps").replace(/^go/, "goes") : they}.`;
}

function completionsStand({ kind, completions }: ImpactFacts): string | null {
  if (kind === "behaviours") return null;
  if (completions === 0) return "Nobody has completed it yet.";
  return completions === 1
    ? "1 completion stands; nobody is asked to redo it."
    : `${completions} completions stand; nobody is asked to redo them.`;
}

/** What it means for those who have begun or completed it: a sentence each. */
export function impactInWords(facts: ImpactFacts): readonly string[] {
  const sentences = [
    facts.kind === "scenario" ? openAttempts(facts.open) : null,
    begunBy(facts),
    completionsStand(facts),
  ];
  return sentences.filter((sentence) => sentence !== null);
}

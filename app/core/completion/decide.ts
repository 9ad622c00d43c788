/**
 * Completion: one function decides and explains, so that the two can never differ.
 * It only looks at what exists and never at its order or its words: more evidence never
 * un-completes, and an explanation never quotes an answer.
 */
import type { AskedPart } from "~/core/course/asked";
import { kindNames, type CompletionKind } from "~/core/completion/rule";
import { countInWords, listInWords } from "~/core/prose/in-words";

export interface LessonFacts {
  readonly kind: "lesson";
  /** Everything that it asks, in order. */
  readonly asked: readonly AskedPart[];
  /** Answers to what it asks, in any order; several for one part are fine. */
  readonly answers: readonly { readonly id: string; readonly check: string }[];
  readonly goals: readonly { readonly id: string }[];
}

interface ScenarioFacts {
  readonly kind: "scenario";
  readonly title: string;
  readonly runs: readonly {
    readonly id: string;
    readonly mode: "practice" | "official";
    /** null while it is being played. */
    readonly outcome: "passed" | "failed" | null;
  }[];
}

export interface StepsFacts {
  readonly kind: "course" | "path";
  readonly steps: readonly {
    readonly kind: "lesson" | "scenario";
    readonly slug: string;
    readonly title: string;
  }[];
  /** Completions of the person that stand. */
  readonly completions: readonly {
    readonly id: string;
    readonly kind: CompletionKind;
    readonly slug: string;
  }[];
}

export type CompletionFacts = LessonFacts | ScenarioFacts | StepsFacts;

/** What a record rests on. */
export interface Evidence {
  readonly kind: "answer" | "goal" | "attempt" | "completion";
  readonly id: string;
}

type Decision =
  | {
      readonly complete: true;
      /** One sentence for anybody who may see the record. */
      readonly because: string;
      readonly evidence: readonly Evidence[];
    }
  | {
      readonly complete: false;
      /** What is still to be done, each a few words to the person: "your goal". */
      readonly missing: readonly string[];
    };

interface Finding {
  /** How it was met, as a clause; null where there was nothing to meet. */
  readonly met: string | null;
  readonly evidence: readonly Evidence[];
  readonly missing: readonly string[];
}

/** The first by id: ids grow with time, so it is the oldest, whatever order they came in. */
function oldest(ids: readonly string[]): string | undefined {
  return ids.reduce<string | undefined>(
    (first, id) => (first === undefined || id < first ? id : first),
    undefined,
  );
}

/** "both checks were answered", "2 checks and 1 exercise were answered". */
function answeredInWords(asked: readonly AskedPart[]): string | null {
  const count = (kind: AskedPart["kind"]) => asked.filter((part) => part.kind === kind).length;
  const [checks, exercises] = [count("check"), count("exercise")];
  if (asked.length === 0) return null;
  if (checks > 0 && exercises > 0) {
    return `${countInWords(checks, "check")} and ${countInWords(exercises, "exercise")} were answered`;
  }
  const kind = checks > 0 ? "check" : "exercise";
  if (asked.length === 1) return `the ${kind} was answered`;
  return `${asked.length === 2 ? "both" : `all ${asked.length}`} ${kind}s were answered`;
}

function everyAnswer({ asked, answers }: LessonFacts): Finding {
  const found = asked.map((part) => ({
    part,
    answer: oldest(answers.filter(({ check: of }) => of === part.id).map(({ id }) => id)),
  }));
  return {
    met: answeredInWords(asked),
    evidence: found.flatMap(({ answer }) =>
      answer === undefined ? [] : [{ kind: "answer", id: answer }],
    ),
    missing: found
      .filter(({ answer }) => answer === undefined)
      .map(({ part }) => `the ${part.kind} “${part.question}”`),
  };
}

function goalSaved({ goals }: LessonFacts): Finding {
  const goal = oldest(goals.map(({ id }) => id));
  return {
    met: "a goal was saved",
    evidence: goal === undefined ? [] : [{ kind: "goal", id: goal }],
    missing: goal === undefined ? ["your goal"] : [],
  };
}

function officialPass({ title, runs }: ScenarioFacts): Finding {
  const passed = oldest(
    runs
      .filter(({ mode, outcome }) => mode === "official" && outcome === "passed")
      .map(({ id }) => id),
  );
  return {
    met: "an official run ended with a pass",
    evidence: passed === undefined ? [] : [{ kind: "attempt", id: passed }],
    missing: passed === undefined ? [`an official run of “${title}” that ends with a pass`] : [],
  };
}

function stepsInWords(steps: StepsFacts["steps"]): string {
  const lessons = steps.filter(({ kind }) => kind === "lesson").length;
  const rolePlays = steps.length - lessons;
  return listInWords([
    ...(lessons > 0 ? [countInWords(lessons, "lesson")] : []),
    ...(rolePlays > 0 ? [countInWords(rolePlays, "role-play")] : []),
  ]);
}

function everyStep({ kind, steps, completions }: StepsFacts): Finding {
  // A list of nothing would be complete for everybody.
  if (steps.length === 0) {
    return { met: null, evidence: [], missing: [`steps: this ${kind} has none yet`] };
  }
  const found = steps.map((step) => ({
    step,
    completion: oldest(
      completions
        .filter((one) => one.kind === step.kind && one.slug === step.slug)
        .map(({ id }) => id),
    ),
  }));
  const verb = steps.length === 1 ? "is" : "are";
  return {
    met: `${stepsInWords(steps)} of this ${kind} ${verb} complete`,
    evidence: found.flatMap(({ completion }) =>
      completion === undefined ? [] : [{ kind: "completion", id: completion }],
    ),
    missing: found
      .filter(({ completion }) => completion === undefined)
      .map(({ step }) => `the ${kindNames[step.kind]} “${step.title}”`),
  };
}

function findings(facts: CompletionFacts): readonly Finding[] {
  switch (facts.kind) {
    case "lesson":
      return [everyAnswer(facts), goalSaved(facts)];
    case "scenario":
      return [officialPass(facts)];
    case "course":
    case "path":
      return [everyStep(facts)];
  }
}

/** Is it complete, and why or what is missing? */
export function decideCompletion(facts: CompletionFacts): Decision {
  const found = findings(facts);
  const missing = found.flatMap((finding) => finding.missing);
  if (missing.length > 0) return { complete: false, missing };
  const clauses = found.flatMap(({ met }) => (met === null ? [] : [met]));
  return {
    complete: true,
    because: `Complete because ${listInWords(clauses)}.`,
    evidence: found.flatMap(({ evidence }) => evidence),
  };
}

/** "Still missing: the check “What would you say first?” and your goal." */
export function missingInWords(missing: readonly string[]): string {
  return missing.length === 0 ? "Nothing is missing." : `Still missing: ${listInWords(missing)}.`;
}

/**
 * What completes what: the rules as data. A rule's name and version go into every record that it
 * decided. Changing what a rule means makes a new version; records under the old one stand.
 */

export const completionKinds = ["lesson", "scenario", "course", "path"] as const;
export type CompletionKind = (typeof completionKinds)[number];

/** Under this a person recorded it and no rule decided: what is known is the day, not the hour. */
export const byHandRule = "by-hand@1";

interface CompletionRule {
  readonly name: string;
  readonly version: number;
  /** What it asks for, for people: "every step of the course complete". */
  readonly asks: string;
}

const completionRules = {
  lesson: {
    name: "lesson.checks-and-goal",
    // 1 knew no exercises.
    version: 2,
    asks: "every check and exercise answered, right or wrong, and a goal saved",
  },
  scenario: {
    name: "scenario.official-pass",
    version: 1,
    asks: "an official run that ends with a pass",
  },
  course: { name: "course.every-step", version: 1, asks: "every step of the course complete" },
  path: { name: "path.every-step", version: 1, asks: "every step of the path complete" },
} as const satisfies Record<CompletionKind, CompletionRule>;

/** As it stands in a record: `lesson.checks-and-goal@1`. */
export function ruleId(kind: CompletionKind): string {
  const rule = completionRules[kind];
  return `${rule.name}@${rule.version}`;
}

/** What people call one: a scenario is a role-play to everyone but its author. */
export const kindNames = {
  lesson: "lesson",
  scenario: "role-play",
  course: "course",
  path: "path",
} as const satisfies Record<CompletionKind, string>;

/** Where the name stands first. Style sheets would capitalise "Role-Play". */
export const kindTitles = {
  lesson: "Lesson",
  scenario: "Role-play",
  course: "Course",
  path: "Path",
} as const satisfies Record<CompletionKind, string>;

/** What a course or a path says in its file, in words for whoever writes it. */
import { durationInWords, type Duration } from "../calendar/duration";
import { countInWords } from "../prose/in-words";
import type { Course, OfficialSettings } from "./definition";
import { decidingCourse } from "./official-runs";

export interface Setting {
  readonly term: string;
  readonly words: string;
}

/** How official runs go; undefined is a course that says nothing about them. */
export function officialTerms(official: OfficialSettings | undefined): readonly Setting[] {
  if (official === undefined) {
    const words = "As many as one likes, without a pause; the best one is the result.";
    return [{ term: "Official runs", words }];
  }
  const { attempts, pause, counts, replay } = official;
  const runs =
    attempts === null
      ? "As many as one likes"
      : `${countInWords(attempts, "run")} of each role-play; a manager can give one more`;
  return [
    { term: "Official runs", words: runs },
    { term: "Pause between two", words: pause === null ? "None" : durationInWords(pause) },
    { term: "The result", words: counts === "best" ? "The best run" : "The last run" },
    {
      term: "Replay of an official run",
      words: replay === "shared" ? "A manager sees it" : "Its player’s own to share",
    },
  ];
}

/** Role-plays of a course for which another one decides how official runs go, by that one. */
export function decidedElsewhere(
  { slug, steps }: Pick<Course, "slug" | "steps">,
  courses: readonly Pick<Course, "slug" | "title" | "steps" | "official">[],
  titleOf: (scenario: string) => string,
): readonly Setting[] {
  const titles = new Map<string, string[]>();
  for (const step of steps) {
    if (step.kind !== "scenario") continue;
    const deciding = decidingCourse(courses, step.scenario);
    if (deciding === undefined || deciding.slug === slug) continue;
    titles.set(deciding.title, [...(titles.get(deciding.title) ?? []), titleOf(step.scenario)]);
  }
  return [...titles].map(([course, own]) => ({
    term: `Set by the course “${course}”`,
    words: `Official runs of ${own.map((title) => `“${title}”`).join(", ")}: of the courses that lead there, the first with settings decides`,
  }));
}

/** How long a completion stands until it is to be renewed; undefined is for ever. */
export function lastsInWords(validFor: Duration | undefined): Setting {
  const words = validFor === undefined ? "For ever" : `${durationInWords(validFor)}, then anew`;
  return { term: "A completion lasts", words };
}

/** `days` are those of the file: 0 is the start date itself. */
export function dueAfterInWords(days: number): string {
  return days === 0 ? "on the first day" : `after ${countInWords(days, "day")}`;
}

/** A person's runs, put together by role-play. */
import type { TimeSetting } from "~/core/scenario/attempt-event";

export interface OwnAttempt {
  readonly id: string;
  /** Of the role-play. */
  readonly slug: string;
  readonly title: string;
  readonly mode: "practice" | "official";
  readonly ended: boolean;
  /** null while it goes on. */
  readonly outcome: "passed" | "failed" | null;
  /** How its timed moments were treated; null where it had none. */
  readonly time: TimeSetting | null;
  /** ISO instant. */
  readonly startedAt: string;
  readonly timeZone: string;
}

interface RunsOfOne {
  readonly slug: string;
  /** As the latest run has it. */
  readonly title: string;
  /** Never empty; the latest first. */
  readonly runs: readonly OwnAttempt[];
}

/** `runs` with the latest first; the role-play that was played last comes first. */
export function runsByRolePlay(runs: readonly OwnAttempt[]): readonly RunsOfOne[] {
  const slugs = [...new Set(runs.map(({ slug }) => slug))];
  return slugs.flatMap((slug) => {
    const own = runs.filter((run) => run.slug === slug);
    return own[0] === undefined ? [] : [{ slug, title: own[0].title, runs: own }];
  });
}

/**
 * Official runs by the settings of a course: how many there are, how long to wait between two,
 * whether the best or the last of them is the result, and whether managers see them. Without
 * settings there is no limit, and a run is its player's own.
 */
import { civilDateAt, daysBetween } from "~/core/calendar/civil-date";
import { dateFormat } from "~/core/calendar/date-words";
import { durationInWords, milliseconds } from "~/core/calendar/duration";
import type { Course, OfficialSettings } from "~/core/course/definition";
import { capital, numberInWords } from "~/core/prose/in-words";

export const noSettings: OfficialSettings = { attempts: null, pause: null, counts: "best" };

/** The first course that has settings and the role-play among its steps, which decides. */
export function decidingCourse<Own extends Pick<Course, "steps" | "official">>(
  courses: readonly Own[],
  scenario: string,
): Own | undefined {
  return courses.find(
    ({ steps, official }) =>
      official !== undefined &&
      steps.some((step) => step.kind === "scenario" && step.scenario === scenario),
  );
}

export function settingsOf(
  courses: readonly Pick<Course, "steps" | "official">[],
  scenario: string,
): OfficialSettings {
  return decidingCourse(courses, scenario)?.official ?? noSettings;
}

export interface EndedRun {
  readonly outcome: "passed" | "failed";
  readonly endedAt: Date;
}

export interface OfficialFacts {
  /** Official runs that ended, in any order. */
  readonly runs: readonly EndedRun[];
  /** Further runs that were granted. */
  readonly granted: number;
  readonly now: Date;
}

export interface OfficialStanding {
  /** Runs that may still be begun; null is as many as one likes. */
  readonly left: number | null;
  /** The next one may begin from then on; null is now, or never where none is left. */
  readonly opensAt: Date | null;
  readonly mayBegin: boolean;
  /** The outcome of the run that counts; null before the first has ended. */
  readonly result: "passed" | "failed" | null;
}

export function officialStanding(
  { attempts, pause, counts }: OfficialSettings,
  { runs, granted, now }: OfficialFacts,
): OfficialStanding {
  const last = runs.reduce<EndedRun | null>(
    (latest, run) => (latest === null || run.endedAt > latest.endedAt ? run : latest),
    null,
  );
  const left = attempts === null ? null : Math.max(0, attempts + granted - runs.length);
  const opens =
    last === null || pause === null || left === 0
      ? null
      : new Date(last.endedAt.getTime() + milliseconds(pause));
  const opensAt = opens !== null && opens > now ? opens : null;
  const best = runs.some(({ outcome }) => outcome === "passed") ? "passed" : "failed";
  return {
    left,
    opensAt,
    mayBegin: left !== 0 && opensAt === null,
    result: last === null ? null : counts === "last" ? last.outcome : best,
  };
}

/** "tomorrow at 09:00", "today at 17:30", "on 3 December at 09:00", where the person is. */
function momentInWords(instant: Date, now: Date, timeZone: string): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(options, timeZone).format(instant);
  const time = format({ hour: "2-digit", minute: "2-digit" });
  const days = daysBetween(civilDateAt(now, timeZone), civilDateAt(instant, timeZone));
  const day = ["today", "tomorrow"][days] ?? `on ${format({ day: "numeric", month: "long" })}`;
  return `${day} at ${time}`;
}

interface Telling {
  /** Further runs that were granted. */
  readonly granted: number;
  readonly now: Date;
  readonly timeZone: string;
  /** Somebody is there who can grant one. */
  readonly hasManager: boolean;
}

/** Who can give another run, where none is left. */
function anotherInWords(hasManager: boolean): string {
  return hasManager
    ? "Your manager can give you another, and practice stays open."
    : "Only a manager can give you another, and you have none here: ask your administrator. Practice stays open.";
}

function leftInWords(left: number, all: number): string {
  if (left === 0) return "You have no official run left.";
  const runs = all === 1 ? "run" : "runs";
  if (left === all) return `You have ${numberInWords(all)} official ${runs}.`;
  return `You have ${numberInWords(left)} of your ${numberInWords(all)} official ${runs} left.`;
}

/** How many runs are left, and what has to happen before the next: nothing where nothing is limited. */
export function runsLeftInWords(
  { attempts }: Pick<OfficialSettings, "attempts">,
  { left, opensAt }: Pick<OfficialStanding, "left" | "opensAt">,
  { granted, now, timeZone, hasManager }: Telling,
): readonly string[] {
  const sentences: string[] = [];
  if (left !== null) {
    sentences.push(leftInWords(left, (attempts ?? 0) + granted));
    if (left === 0) sentences.push(anotherInWords(hasManager));
    else if (granted > 0) {
      const given =
        granted === 1 ? "One of them was" : `${capital(numberInWords(granted))} of them were`;
      sentences.push(`${given} given to you by your manager.`);
    }
  }
  if (opensAt !== null) {
    sentences.push(`Your next official run opens ${momentInWords(opensAt, now, timeZone)}.`);
  }
  return sentences;
}

/** What the settings mean for this person now: nothing where there are none. */
export function officialInWords(
  settings: OfficialSettings,
  standing: OfficialStanding,
  telling: Telling,
): readonly string[] {
  const { attempts, pause, counts } = settings;
  const { left, opensAt } = standing;
  const sentences = [...runsLeftInWords(settings, standing, telling)];
  if (pause !== null && opensAt === null && (left === null || left > 1)) {
    sentences.push(
      `Between the end of one and the next there is a pause of ${durationInWords(pause)}.`,
    );
  }
  if (counts === "last" && attempts !== 1) {
    sentences.push("Your last run is the result, also where an earlier one went better.");
  } else if (left !== 0 && attempts !== 1 && (attempts !== null || pause !== null)) {
    sentences.push("Your best run is the result.");
  }
  return sentences;
}

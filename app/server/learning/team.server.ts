/**
 * The week of a manager's people. Only what a manager may know is read: completions, answers to
 * checks by their instant alone, and official runs; never practice, goals or words.
 */
import type { Viewer } from "~/core/access/policy";
import { managedScope, type Scope } from "~/core/access/scope";
import { civilDateAt } from "~/core/calendar/civil-date";
import { completedNow, dueAnew, renewals, reopened } from "~/core/completion/demand";
import { completionKey } from "~/core/completion/record";
import { pathProgress, pathToFollow } from "~/core/course/progress";
import { settingsOf } from "~/core/course/official-runs";
import { judgeWeek, type DueRenewal, type Week } from "~/core/course/stuck";
import { teamInWords } from "~/core/course/team-in-words";
import type { Catalogue } from "~/server/content/catalogue.server";
import type { Database } from "~/server/db.server";
import { limitsRuns } from "~/server/learning/official-limits.server";
import { outlinesFor } from "~/server/learning/learner-state.server";
import { shownRenewals } from "~/server/learning/renewals.server";
import { readTeam, type Known, type PersonRow } from "~/server/learning/team-rows.server";
import { nextOf } from "~/server/learning/steps.server";

interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly team: string | null;
  /** Civil dates; today is where the person is. */
  readonly startDate: string;
  readonly today: string;
  readonly week: Week;
  readonly done: number;
  readonly steps: number;
  readonly next: {
    readonly title: string;
    readonly dueInDays: number;
  } | null;
  /** Civil date, where the person is. */
  readonly lastStep: string | null;
  /** The path is complete, whatever else the week asks. */
  readonly complete: boolean;
  readonly renewals: readonly DueRenewal[];
}

/** The last instant of anything that a manager may know of. */
function latestOf({ completions, runs, answers }: Known): Date | null {
  const instants = [
    ...completions.map(({ completedAt }) => completedAt.getTime()),
    ...[...runs, ...answers].map(({ latest }) => new Date(latest ?? "").getTime()),
  ].filter((instant) => !Number.isNaN(instant));
  return instants.length === 0 ? null : new Date(Math.max(...instants));
}

function memberOf(content: Catalogue, person: PersonRow, known: Known, now: Date): TeamMember {
  const today = civilDateAt(now, person.timeZone);
  const { timeZone } = person;
  const open = reopened(known.completions, outlinesFor(content, known.assignments), now);
  const completed = completedNow(known.completions, open);
  const followed = pathToFollow(
    known.assignments.flatMap(({ pathSlug, startDate }) => {
      const path = content.path(pathSlug)?.definition;
      if (path === undefined) return [];
      const facts = { startDate, today, completed, dueAnew: dueAnew(open, timeZone) };
      return [{ startDate, progress: pathProgress(path, facts) }];
    }),
  );
  const progress = followed?.progress ?? null;
  const startDate = followed?.startDate ?? person.startDate;
  const next = nextOf(content, progress?.steps ?? []);
  const latest = latestOf(known);
  const lastStep = latest === null ? null : civilDateAt(latest, person.timeZone);
  const courses = content.courses.map(({ definition }) => definition);
  const failedRuns = known.runs.flatMap(({ scenarioSlug, failedAt }) => {
    const key = completionKey("scenario", scenarioSlug);
    if (completed.has(key)) return [];
    // What failed before it was asked for anew is no trouble of this week.
    const since = open.get(key)?.since ?? new Date(0);
    const ended = (JSON.parse(failedAt) as string[]).filter((at) => new Date(at) >= since);
    const granted = known.grants.filter(
      (one) => one.scenarioSlug === scenarioSlug && one.at >= since,
    );
    const { attempts } = settingsOf(courses, scenarioSlug);
    const spent = attempts !== null && ended.length >= attempts + granted.length;
    const title = content.scenario(scenarioSlug)?.definition.title ?? scenarioSlug;
    return [{ title, failed: ended.length, spent }];
  });
  const due = shownRenewals(content, { renewals: renewals(known.completions, open) }, today);
  const asked = due.map(({ title, dueInDays }) => ({ title, dueInDays }));
  return {
    id: person.id,
    name: person.name,
    team: person.team,
    startDate,
    today,
    week: judgeWeek({
      today,
      startDate,
      progress,
      nextTitle: next?.title ?? null,
      lastStep,
      failedRuns,
      renewals: asked,
    }),
    done: progress?.done ?? 0,
    steps: progress?.steps.length ?? 0,
    next: next && { title: next.title, dueInDays: next.dueInDays },
    lastStep,
    complete: progress?.complete ?? false,
    renewals: asked,
  };
}

/** Everyone in the scope by name, each with how their week looks. */
export async function listTeam(
  database: Database,
  content: Catalogue,
  scope: Scope,
  now: Date,
): Promise<readonly TeamMember[]> {
  const team = await readTeam(database, scope, limitsRuns(content));
  return team.map(([person, known]) => memberOf(content, person, known, now));
}

/** The team in one line, for a manager's home page; null for whoever manages nobody, who costs no query. */
export async function teamLine(
  database: Database,
  content: Catalogue,
  viewer: Viewer,
  now: Date,
): Promise<string | null> {
  const scope = managedScope(viewer, "officialRuns");
  if (scope.of === "nobody") return null;
  const members = await listTeam(database, content, scope, now);
  return members.length === 0 ? null : teamInWords(members);
}

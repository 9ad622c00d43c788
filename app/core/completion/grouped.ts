/** A person's records as they read: under the course that they belong to, one entry for each thing. */
import type { Step } from "~/core/course/definition";
import { completionKey, type OwnCompletion } from "./record";

/** One thing with all that is on record of it. */
export interface RecordEntry {
  readonly latest: OwnCompletion;
  /** What was on record before: it lasted for a time, or was corrected. The newest first. */
  readonly earlier: readonly OwnCompletion[];
}

export interface RecordGroup {
  /** Of the course or path; null for what belongs to none. */
  readonly title: string | null;
  /** Unique among the groups. */
  readonly key: string;
  /** The course or path itself; null while it is not on record. */
  readonly whole: RecordEntry | null;
  /** Its lessons and role-plays. */
  readonly parts: readonly RecordEntry[];
}

interface CourseOutline {
  readonly slug: string;
  readonly title: string;
  readonly steps: readonly Step[];
}

const noCourse = "none";

function hasStep({ steps }: CourseOutline, { kind, slug }: OwnCompletion): boolean {
  return steps.some((step) =>
    step.kind === "lesson"
      ? kind === "lesson" && step.lesson === slug
      : kind === "scenario" && step.scenario === slug,
  );
}

function isWhole({ kind }: OwnCompletion): boolean {
  return kind === "course" || kind === "path";
}

/** Where a record stands; a role-play of several courses in the first of them. */
function groupKeyOf(record: OwnCompletion, courses: readonly CourseOutline[]): string {
  if (isWhole(record)) return completionKey(record.kind, record.slug);
  const course = courses.find((one) => hasStep(one, record));
  return course === undefined ? noCourse : completionKey("course", course.slug);
}

function grouped<Key, One>(all: readonly One[], keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}

/** `records` with the newest first; so are the groups, and the entries in each. */
export function groupRecords(
  records: readonly OwnCompletion[],
  courses: readonly CourseOutline[],
): readonly RecordGroup[] {
  const groups = grouped(records, (record) => groupKeyOf(record, courses));
  return [...groups].map(([key, own]) => {
    const entries = [...grouped(own, ({ kind, slug }) => completionKey(kind, slug)).values()];
    const all = entries.flatMap(([latest, ...earlier]): RecordEntry[] =>
      latest === undefined ? [] : [{ latest, earlier }],
    );
    const whole = all.find(({ latest }) => isWhole(latest)) ?? null;
    const course = courses.find(({ slug }) => completionKey("course", slug) === key);
    return {
      key,
      title: course?.title ?? whole?.latest.title ?? null,
      whole,
      parts: all.filter(({ latest }) => !isWhole(latest)),
    };
  });
}

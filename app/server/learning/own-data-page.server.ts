/** One's own data as a page reads it: the copy itself, with titles where it has names of files. */
import { becauseInWords } from "~/core/completion/record";
import { readUnsavedField } from "~/core/course/unsaved-words";
import type { Database } from "~/server/db.server";
import { ownData } from "~/server/learning/own-data.server";

/** What lessons, role-plays and paths are called by the last revision that there was, by kind and slug. */
async function titlesIn(database: Database): Promise<(kind: string, slug: string) => string> {
  const rows = await database.revision.findMany({
    where: { kind: { in: ["lesson", "path", "scenario"] } },
    orderBy: { createdAt: "asc" },
    select: { kind: true, slug: true, title: true },
  });
  const titles = new Map(rows.map(({ kind, slug, title }) => [`${kind}:${slug}`, title]));
  return (kind, slug) => titles.get(`${kind}:${slug}`) ?? slug;
}

/** Of the events of a run these alone are answers: it begins with none, and a step back is none. */
const answerTypes: ReadonlySet<unknown> = new Set(["choice.made", "reply.typed", "time.ranOut"]);

function isAnswer(payload: unknown): boolean {
  return (
    typeof payload === "object" &&
    payload !== null &&
    "type" in payload &&
    answerTypes.has(payload.type)
  );
}

interface Said {
  readonly type: "reply.typed";
  readonly words: string;
}

function isSaid(payload: unknown): payload is Said {
  if (typeof payload !== "object" || payload === null || !("type" in payload)) return false;
  const { type } = payload;
  return type === "reply.typed" && "words" in payload && typeof payload.words === "string";
}

/** Fields in which people write; the others say which form it was. */
const written: ReadonlySet<string> = new Set(["reply", "text", "goal-when", "goal-will"]);

function wordsIn(fields: unknown): readonly string[] {
  const pairs = Array.isArray(fields) ? (fields as unknown[]) : [];
  return pairs.flatMap((pair) => {
    const [name, value] = Array.isArray(pair) ? (pair as unknown[]) : [];
    const field = typeof name === "string" ? (readUnsavedField(name)?.field ?? name) : "";
    const isWritten = written.has(field);
    return isWritten && typeof value === "string" && value.trim() !== "" ? [value] : [];
  });
}

export async function ownDataPage(database: Database, personId: string, now: Date) {
  const data = await ownData(database, personId, now);
  const corrected = new Set(data.completions.map(({ correctsId }) => correctsId));
  const titleOf = await titlesIn(database);
  const lessonIds = [
    ...new Set(
      [data.checkAnswers, data.goals, data.reflections, data.selfRatings].flatMap((rows) =>
        rows.map(({ lessonId }) => lessonId),
      ),
    ),
  ];
  return {
    takenAt: now,
    person: {
      ...data.person,
      paths: data.person.assignments.map(({ pathSlug }) => titleOf("path", pathSlug)),
    },
    completions: data.completions.map(
      ({ id, title, kind, completedAt, timeZone, rule, ...why }) => ({
        ...{ id, title, kind, completedAt, timeZone, rule },
        because: becauseInWords(why),
        corrected: corrected.has(id),
      }),
    ),
    lessons: lessonIds.map((lessonId) => {
      const ofLesson = (row: { readonly lessonId: string }) => row.lessonId === lessonId;
      const goals = data.goals.filter(ofLesson);
      return {
        lessonId,
        title: titleOf("lesson", lessonId),
        answers: data.checkAnswers.filter(ofLesson).length,
        goals: goals.map(({ id, when, will, at }) => ({
          ...{ id, when, will, at },
          outcome: data.goalReviews.findLast(({ goalId }) => goalId === id)?.outcome ?? null,
        })),
        reflections: data.reflections
          .filter(ofLesson)
          .map(({ id, text, at }) => ({ id, text, at })),
        ratings: data.selfRatings.filter(ofLesson).length,
      };
    }),
    attempts: data.attempts.map(
      ({ id, title, mode, startedAt, timeZone, outcome, endedAt, events, sharings }) => ({
        ...{ id, title, mode, startedAt, timeZone, outcome },
        ended: endedAt !== null,
        answers: events.filter(({ payload }) => isAnswer(payload)).length,
        said: events.flatMap(({ payload }) => (isSaid(payload) ? [payload.words] : [])),
        sharedWith: sharings.map(({ audience }) => audience),
      }),
    ),
    grants: data.grants.map(({ id, scenarioSlug, reason, at }) => ({
      ...{ id, reason, at },
      title: titleOf("scenario", scenarioSlug),
    })),
    notSavedYet: data.notSavedYet.map(({ path, fields, at }) => ({
      ...{ path, at },
      words: wordsIn(fields),
    })),
    changes: data.changes.map(({ at, inWords, from }) => ({ at, inWords, from })),
  };
}

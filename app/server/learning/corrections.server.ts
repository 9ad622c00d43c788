/**
 * Corrections of the record: a new record names the old one, who made it and why. Nothing is
 * rewritten, and the audit has each of them.
 */
import { may, maySee, type Viewer } from "~/core/access/policy";
import { addDuration } from "~/core/calendar/duration";
import { dateInWords } from "~/core/calendar/date-words";
import { civilDateAt, startOfDay, type CivilDate } from "~/core/calendar/civil-date";
import type { RecordByHand } from "~/core/completion/correction.schema";
import { openDemand } from "~/core/completion/demand";
import { becauseInWords, requirementOf } from "~/core/completion/record";
import type { RecordDetails } from "~/core/completion/record-details";
import { byHandRule, type CompletionKind } from "~/core/completion/rule";
import { fail, ok, type Result } from "~/core/result";
import type { Catalogue } from "~/server/content/catalogue.server";
import type { Database } from "~/server/db.server";
import { isTaken } from "~/server/learning/attempt-log.server";
import { recordWhatFollows } from "~/server/learning/completions.server";
import { appendAudit, type Actor } from "~/server/people/audit.server";

async function nameOf(database: Database, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const person = await database.person.findUnique({ where: { id }, select: { name: true } });
  return person?.name ?? "somebody who has left";
}

/** One record, if the viewer may know of it; null looks like none. */
export async function findRecord(
  database: Database,
  viewer: Viewer,
  id: string,
): Promise<RecordDetails | null> {
  const row = await database.completion.findUnique({
    where: { id },
    include: {
      person: { select: { name: true, managerId: true } },
      corrections: { select: { id: true } },
    },
  });
  if (row === null) return null;
  const { person, corrections, authorId, correctsId, revisionHash, ...record } = row;
  const subject = { personId: row.personId, managerId: person.managerId };
  if (!maySee(viewer, "progress", subject)) return null;
  const correctedBy = corrections[0]?.id ?? null;
  return {
    ...record,
    because: becauseInWords(row),
    kind: row.kind as CompletionKind,
    person: person.name,
    revision: revisionHash,
    completedAt: row.completedAt.toISOString(),
    author: await nameOf(database, authorId),
    correctedBy,
    corrects: correctsId,
    mayCorrect:
      may(viewer, "completion.correct") &&
      correctedBy === null &&
      row.outcome === "completed" &&
      row.personId !== viewer.id,
  };
}

type Author = Actor & { readonly id: string };

/** Says that a record does not stand; a sentence where it stood no more already. */
export async function withdrawRecord(
  database: Database,
  author: Author,
  record: RecordDetails,
  reason: string,
): Promise<Result<string, string>> {
  const { id, personId, kind, slug, title, revision, timeZone } = record;
  try {
    return await database.$transaction(async (transaction) => {
      const made = await transaction.completion.create({
        data: {
          ...{ personId, kind, slug, title, timeZone, reason },
          ...{ revisionHash: revision, rule: "correction@1", evidence: "[]" },
          ...{ outcome: "withdrawn", correctsId: id, authorId: author.id },
          because: "Does not stand any more.",
          requirement: `correction:${id}`,
        },
        select: { id: true },
      });
      await appendAudit(transaction, author, [
        {
          action: "completion.corrected",
          subject: `completion:${id}`,
          detail: { personId, kind, slug },
        },
      ]);
      return ok(made.id);
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    return fail("Somebody else corrected this record a moment ago. Nothing was recorded twice.");
  }
}

interface ByHandProblem {
  readonly field: "email" | "thing" | "on";
  readonly sentence: string;
}

const problem = (field: ByHandProblem["field"], sentence: string) => fail([{ field, sentence }]);

/** Where every day begins first: what has not come there has come nowhere. */
const firstZone = "Pacific/Kiritimati";
/** Longer than people work: an earlier day is a slip of the hand. */
const longAgo = { amount: -50, unit: "year" } as const;

/** `today`: where the person is; `latest`: the day that it is anywhere by now. */
function dayProblems(
  on: CivilDate,
  { today, latest, name }: { today: CivilDate; latest: CivilDate; name: string | null },
): readonly ByHandProblem[] {
  if (on > today) {
    // Whoever keeps the record may be a day ahead: on their own calendar there is nothing wrong with it.
    const sentence =
      name === null || on > latest
        ? "That day has not come yet."
        : `Where ${name} is it is still ${dateInWords(today)}: that day has not come there yet.`;
    return [{ field: "on", sentence }];
  }
  return on < addDuration(today, longAgo)
    ? [{ field: "on", sentence: "That day is more than fifty years ago. Check the year." }]
    : [];
}

function publishedOf(content: Catalogue, kind: CompletionKind, slug: string) {
  switch (kind) {
    case "lesson":
      return content.lesson(slug);
    case "scenario":
      return content.scenario(slug);
    case "course":
      return content.course(slug);
    case "path":
      return content.path(slug);
  }
}

/** Records what was completed elsewhere; what follows from it is recorded with it. */
export async function recordByHand(
  database: Database,
  { viewer, author, content }: { viewer: Viewer; author: Author; content: Catalogue },
  { email, thing: { kind, slug }, on, reason }: RecordByHand,
): Promise<Result<string, readonly ByHandProblem[]>> {
  const person = await database.person.findUnique({
    // Whoever has left is in no list to pick from, and is not taken by a typed address either.
    where: { email, deactivatedAt: null },
    select: { id: true, name: true, timeZone: true, managerId: true },
  });
  const subject = person && { personId: person.id, managerId: person.managerId };
  const now = new Date();
  const latest = civilDateAt(now, firstZone);
  if (person === null || subject === null || !maySee(viewer, "progress", subject)) {
    const sentence = "Nobody whose record you may keep has that e-mail address.";
    return fail([
      { field: "email", sentence },
      ...dayProblems(on, { today: latest, latest, name: null }),
    ]);
  }
  const { name } = person;
  const today = civilDateAt(now, person.timeZone);
  const wrongDay = dayProblems(on, { today, latest, name });
  if (person.id === viewer.id) {
    return fail([{ field: "email", sentence: "Nobody keeps their own record." }, ...wrongDay]);
  }
  const published = kind === null ? null : publishedOf(content, kind, slug);
  if (kind === null || published === null) {
    return fail([{ field: "thing", sentence: "Choose what was completed." }, ...wrongDay]);
  }
  if (wrongDay.length > 0) return fail(wrongDay);
  const at = on === today ? now : startOfDay(on, person.timeZone);
  const { title } = published.definition;
  const validFor = "validFor" in published.definition ? published.definition.validFor : undefined;
  try {
    return await database.$transaction(async (transaction) => {
      const rows = await transaction.completion.findMany({
        where: { personId: person.id, kind, slug },
      });
      const demand = openDemand(
        rows.map((row) => ({ ...row, kind })),
        now,
      );
      if (demand === null) return problem("thing", "That is on their record already.");
      if (demand.since !== null && at < demand.since) {
        const since = dateInWords(demand.since.toISOString(), { timeZone: person.timeZone });
        return problem(
          "on",
          `It is to be done anew since ${since}; an earlier day does not count.`,
        );
      }
      const { id } = await transaction.completion.create({
        data: {
          ...{ personId: person.id, kind, slug, title, reason },
          ...{ revisionHash: published.revision, rule: byHandRule, evidence: "[]" },
          because: "Complete because it was recorded by hand.",
          completedAt: at,
          timeZone: person.timeZone,
          validUntil: validFor === undefined ? null : addDuration(on, validFor),
          requirement: requirementOf(person.id, kind, slug, demand.period),
          authorId: author.id,
        },
        select: { id: true },
      });
      await recordWhatFollows(transaction, { person, at: now });
      await appendAudit(transaction, author, [
        {
          action: "completion.recorded",
          subject: `completion:${id}`,
          detail: { personId: person.id, kind, slug },
        },
      ]);
      return ok(id);
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    return problem("thing", "That is on their record already.");
  }
}

/**
 * Runs that others let somebody see, in a list of pages by key. The query asks for no more than the
 * viewer's roles can lead to, so that what others may see takes nobody's place; of each row that it
 * finds the one table in core says whether the viewer may.
 */
import { hasRole, maySee, type Audience, type Viewer } from "~/core/access/policy";
import type { Cursor } from "~/core/listing/listing";
import type { SharedRun } from "~/core/scenario/shared-run";
import { readableInstant } from "~/server/damaged-cells.server";
import type { Database } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import { jsonRows } from "~/server/json-rows.server";

interface SharedRunsPage {
  readonly runs: readonly SharedRun[];
  /** Where the next page begins; null on the last. */
  readonly next: Cursor | null;
}

interface Wanted {
  /** Of one person only. */
  readonly personId: string | null;
  readonly after: Cursor | null;
  readonly size: number;
}

const columns = [
  ...["id", "title", "mode", "outcome", "startedAt", "sharedAt"],
  ...["personId", "person", "managerId", "withTrainers", "withManager", "announced"],
] as const;

type Cells = readonly [
  id: string,
  title: string,
  mode: string,
  outcome: string | null,
  startedAt: string,
  sharedAt: string,
  personId: string,
  person: string,
  managerId: string | null,
  withTrainers: number,
  withManager: number,
  announced: number,
];

/** What lets the viewer see runs, by their roles: each a query of `attemptId`, `at` and `how`. */
function ways(viewer: Viewer): readonly Prisma.Sql[] {
  const trainers = Prisma.sql`
    SELECT "attemptId", "at", 'trainers' AS "how" FROM "AttemptSharing" WHERE "audience" = 'trainer'`;
  // A manager who came after the sharing is not who it was shared with.
  const manager = Prisma.sql`
    SELECT s."attemptId", s."at", 'manager' AS "how" FROM "AttemptSharing" s
    JOIN "Attempt" a ON a."id" = s."attemptId" JOIN "Person" p ON p."id" = a."personId"
    WHERE s."audience" = 'manager' AND s."withId" = ${viewer.id} AND p."managerId" = ${viewer.id}`;
  const announced = Prisma.sql`
    SELECT a."id" AS "attemptId", a."endedAt" AS "at", 'announced' AS "how" FROM "Person" p
    JOIN "Attempt" a ON a."personId" = p."id"
    WHERE p."managerId" = ${viewer.id} AND a."announced" = 1 AND a."endedAt" IS NOT NULL`;
  return [
    ...(hasRole(viewer, "trainer") ? [trainers] : []),
    ...(hasRole(viewer, "manager") ? [manager, announced] : []),
  ];
}

/** As `toISOString` writes it, so that it compares with a cursor; what is no instant is long past. */
const sharedAt = Prisma.sql`
  COALESCE(strftime('%Y-%m-%dT%H:%M:%fZ', MAX(w."at")), '1970-01-01T00:00:00.000Z')`;

const by = (how: string) => Prisma.sql`MAX(w."how" = ${how})`;

function query(viewer: Viewer, { personId, after, size }: Wanted): Prisma.Sql | null {
  const all = ways(viewer);
  if (all.length === 0) return null;
  const ofOne = personId === null ? Prisma.empty : Prisma.sql`AND p."id" = ${personId}`;
  const further =
    after === null
      ? Prisma.empty
      : Prisma.sql`WHERE ("sharedAt", "id") < (${after.at.toISOString()}, ${after.id})`;
  return Prisma.sql`
    SELECT * FROM (
      SELECT a."id", COALESCE(r."title", a."scenarioSlug") AS "title", a."mode", a."outcome",
        a."startedAt", ${sharedAt} AS "sharedAt", p."id" AS "personId", p."name" AS "person",
        p."managerId", ${by("trainers")} AS "withTrainers", ${by("manager")} AS "withManager",
        ${by("announced")} AS "announced"
      FROM (${Prisma.join(all, " UNION ALL ")}) w
      JOIN "Attempt" a ON a."id" = w."attemptId" JOIN "Person" p ON p."id" = a."personId"
      LEFT JOIN "Revision" r ON r."hash" = a."revisionHash"
      WHERE p."deactivatedAt" IS NULL AND p."id" <> ${viewer.id} ${ofOne}
      GROUP BY a."id")
    ${further} ORDER BY "sharedAt" DESC, "id" DESC LIMIT ${size + 1}`;
}

function mayBeSeen(viewer: Viewer, cells: Cells): boolean {
  const [, , mode, , , , personId, , managerId, withTrainers, withManager, announced] = cells;
  const sharedWith: Audience[] = [
    ...(withTrainers === 1 ? (["trainer"] as const) : []),
    ...(withManager === 1 ? (["manager"] as const) : []),
  ];
  const subject = { personId, managerId, sharedWith, announced: announced === 1 };
  return maySee(viewer, mode === "official" ? "officialReplay" : "practice", subject);
}

function sharedRunOf(cells: Cells): SharedRun {
  const [id, title, mode, outcome, startedAt, at, personId, person] = cells;
  return {
    id,
    title,
    mode: mode === "official" ? "official" : "practice",
    outcome: outcome === "passed" || outcome === "failed" ? outcome : null,
    person: { id: personId, name: person },
    playedAt: readableInstant(startedAt).toISOString(),
    sharedAt: at,
  };
}

/** What people let the viewer see, the latest first; each run once, where it was shared last. */
export async function listSharedRuns(
  database: Database,
  viewer: Viewer,
  wanted: Wanted,
): Promise<SharedRunsPage> {
  const asked = query(viewer, wanted);
  if (asked === null) return { runs: [], next: null };
  const found = await jsonRows<Cells>(database, columns, asked);
  const page = found.slice(0, wanted.size);
  const last = found.length > wanted.size ? page.at(-1) : undefined;
  return {
    runs: page.filter((cells) => mayBeSeen(viewer, cells)).map(sharedRunOf),
    next: last === undefined ? null : { at: new Date(last[5]), id: last[0] },
  };
}

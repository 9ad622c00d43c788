/** A pasted list: read, checked against who is there, and added as a whole or not at all. */
import { checkList, type CheckedRow, type ListDefaults } from "~/core/access/pasted-people";
import { teamSpelling } from "~/core/access/team-spelling";
import { fail, ok, type Result } from "~/core/result";
import type { Database, Transaction } from "~/server/db.server";
import { addPeople } from "~/server/people/add-people.server";
import { appendAudit, type Actor } from "~/server/people/audit.server";
import { readList } from "~/server/people/pasted-list.server";
import { teamNames } from "~/server/people/teams.server";

/** A list as it would come in. */
export interface CheckedList {
  readonly rows: readonly CheckedRow[];
  /** Headings of columns that are left out. */
  readonly unread: readonly string[];
  /** Names of teams that nobody has had yet. */
  readonly newTeams: readonly string[];
}

/** The rows with their teams spelled as those that are there, and the names that nobody has had yet. */
function withTeams(rows: readonly CheckedRow[], teams: readonly string[]) {
  const spell = teamSpelling(teams);
  const spelled = rows.map((row) => {
    if (row.cells.team === "") return row;
    const team = spell(row.cells.team);
    const person = row.person === null ? null : { ...row.person, team };
    return { ...row, person, cells: { ...row.cells, team } };
  });
  const named = new Set(spelled.map(({ cells }) => cells.team));
  const newTeams = [...named].filter((name) => name !== "" && !teams.includes(name));
  return { rows: spelled, newTeams };
}

/** What adding the list would do. Nothing is written. */
export async function previewList(
  database: Database | Transaction,
  text: string,
  defaults: ListDefaults,
): Promise<Result<CheckedList, string>> {
  const list = readList(text);
  if (!list.ok) return list;
  const { columns, rows, unread } = list.value;
  const people = await database.person.findMany({
    select: { email: true, deactivatedAt: true, roles: { where: { role: "manager" } } },
  });
  const known = {
    emails: new Set(people.map(({ email }) => email)),
    managers: new Set(
      people
        .filter(({ roles, deactivatedAt }) => roles.length > 0 && deactivatedAt === null)
        .map(({ email }) => email),
    ),
  };
  const teams = await teamNames(database);
  return ok({ unread, ...withTeams(checkList(rows, columns, known, defaults), teams) });
}

/** Rows of a kind that a preview holds: a page of thousands takes a second to write, and nobody reads it. */
const mostShown = 200;

export interface ListPreview extends Omit<CheckedList, "rows"> {
  readonly rows: readonly Omit<CheckedRow, "person">[];
  /** How many rows are left out, with a mistake and without. */
  readonly more: { readonly wrong: number; readonly right: number };
}

/** A checked list as its page shows it: the first rows of each kind, and how many there are. */
export function shortPreview({ rows, ...list }: CheckedList): ListPreview {
  const wrong = rows.filter(({ person }) => person === null);
  const right = rows.filter(({ person }) => person !== null);
  const shown = new Set([...wrong.slice(0, mostShown), ...right.slice(0, mostShown)]);
  const leftOut = (all: readonly CheckedRow[]) => Math.max(0, all.length - mostShown);
  return {
    ...list,
    rows: [...shown]
      .sort((one, other) => one.line - other.line)
      .map(({ line, cells, problems }) => ({ line, cells, problems })),
    more: { wrong: leftOut(wrong), right: leftOut(right) },
  };
}

export interface Imported {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Adds everybody in the list, or nobody where anything is wrong with it: then the checked rows. */
export async function importList(
  database: Database,
  actor: Actor,
  text: string,
  defaults: ListDefaults,
): Promise<Result<readonly Imported[], readonly CheckedRow[]>> {
  return database.$transaction(
    async (transaction) => {
      const checked = await previewList(transaction, text, defaults);
      if (!checked.ok) return fail([]);
      const { rows } = checked.value;
      const people = rows.flatMap(({ person }) => (person === null ? [] : [person]));
      if (people.length < rows.length) return fail(rows);
      const ids = await addPeople(transaction, actor, people);
      await appendAudit(transaction, actor, [
        { action: "people.imported", subject: "people:list", detail: { people: ids.length } },
      ]);
      return ok(people.map(({ name, email }, at) => ({ id: ids[at] ?? "", name, email })));
    },
    { timeout: 60_000 },
  );
}

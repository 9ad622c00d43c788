/** A pasted list: read, checked against who is there, and added as a whole or not at all. */
import Papa from "papaparse";
import {
  checkList,
  listColumns,
  readHeading,
  type CheckedRow,
  type ListDefaults,
} from "~/core/access/pasted-people";
import { fail, ok, type Result } from "~/core/result";
import type { Database, Transaction } from "~/server/db.server";
import { addPeople } from "~/server/people/add-people.server";
import { appendAudit, type Actor } from "~/server/people/audit.server";

/** More than that belongs into several lists. */
export const mostRows = 2000;

interface ReadList {
  readonly columns: ReturnType<typeof readHeading> & object;
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** Rows and columns of the text, separated by commas, semicolons or tabs; a problem is a sentence. */
function readList(text: string): Result<ReadList, string> {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    delimitersToGuess: [",", ";", "\t"],
  });
  const all = data
    .map((cells, at) => ({ line: at + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const [first] = all;
  if (first === undefined) return fail("Paste at least one row.");
  const heading = readHeading(first.cells);
  const rows = heading === null ? all : all.slice(1);
  if (rows.length === 0) return fail("There is a heading, but nobody below it.");
  if (rows.length > mostRows) {
    return fail(`Those are ${rows.length} rows. Paste at most ${mostRows} at a time.`);
  }
  return ok({ columns: heading ?? listColumns, rows });
}

async function checkText(
  database: Database | Transaction,
  text: string,
  defaults: ListDefaults,
): Promise<Result<CheckedRow[], string>> {
  const list = readList(text);
  if (!list.ok) return list;
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
  return ok(checkList(list.value.rows, list.value.columns, known, defaults));
}

/** What adding the list would do. Nothing is written. */
export function previewList(
  database: Database,
  text: string,
  defaults: ListDefaults,
): Promise<Result<CheckedRow[], string>> {
  return checkText(database, text, defaults);
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
): Promise<Result<readonly Imported[], CheckedRow[]>> {
  return database.$transaction(
    async (transaction) => {
      const checked = await checkText(transaction, text, defaults);
      if (!checked.ok) return fail([]);
      const people = checked.value.flatMap(({ person }) => (person === null ? [] : [person]));
      if (people.length < checked.value.length) return fail(checked.value);
      const ids = await addPeople(transaction, actor, people);
      await appendAudit(transaction, actor, [
        { action: "people.imported", subject: "people:list", detail: { people: ids.length } },
      ]);
      return ok(people.map(({ name, email }, at) => ({ id: ids[at] ?? "", name, email })));
    },
    { timeout: 60_000 },
  );
}

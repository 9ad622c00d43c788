/** A pasted list of people: which column is which, and what is wrong in which row. */
import { oneLine } from "~/core/prose/one-line";
import { namesManager, roleWords, tidyDate } from "./pasted-cells";
import { personDetails, type PersonDetails } from "./person.schema";
import { emailAddress } from "./sign-in.schema";

export const listColumns = [
  "name",
  "email",
  "startDate",
  "team",
  "managerEmail",
  "roles",
  "timeZone",
] as const;
export type ListColumn = (typeof listColumns)[number];

export const columnNames: Readonly<Record<ListColumn, string>> = {
  name: "Name",
  email: "E-mail",
  startDate: "First day",
  team: "Team",
  managerEmail: "Manager e-mail",
  roles: "Roles",
  timeZone: "Time zone",
};

const spellings: Readonly<Record<string, ListColumn>> = {
  name: "name",
  fullname: "name",
  email: "email",
  emailaddress: "email",
  mail: "email",
  start: "startDate",
  startdate: "startDate",
  firstday: "startDate",
  team: "team",
  department: "team",
  manager: "managerEmail",
  manageremail: "managerEmail",
  managersemail: "managerEmail",
  role: "roles",
  roles: "roles",
  timezone: "timeZone",
};

function columnOf(heading: string): ListColumn | null {
  const letters = heading.toLowerCase().replace(/[^a-z]/g, "");
  return Object.hasOwn(spellings, letters) ? (spellings[letters] ?? null) : null;
}

/** The columns that a first row names; null where it names none and is a person already. */
export function readHeading(row: readonly string[]): readonly (ListColumn | null)[] | null {
  if (row.some((cell) => cell.includes("@"))) return null;
  const columns = row.map(columnOf);
  return columns.includes("email") || columns.includes("name") ? columns : null;
}

/** Headings of columns that say nothing here, so that nobody thinks they were read. */
export function unreadHeadings(
  row: readonly string[],
  columns: readonly (ListColumn | null)[],
): string[] {
  return row
    .filter((_, at) => columns[at] == null || columns.indexOf(columns[at]) !== at)
    .map(oneLine)
    .filter((heading) => heading !== "");
}

/** What is in the database already, as far as a list depends on it. */
interface KnownPeople {
  /** Every e-mail address that is taken. */
  readonly emails: ReadonlySet<string>;
  /** Of people who have the role manager. */
  readonly managers: ReadonlySet<string>;
}

/** For cells that are empty or not there. */
export interface ListDefaults {
  readonly startDate: string;
  readonly timeZone: string;
}

interface ListProblem {
  readonly column: ListColumn;
  readonly message: string;
}

export interface CheckedRow {
  /** As counted in what was pasted, from 1. */
  readonly line: number;
  readonly cells: Readonly<Record<ListColumn, string>>;
  readonly problems: readonly ListProblem[];
  /** Null where something is wrong. */
  readonly person: PersonDetails | null;
}

function cellsOf(
  row: readonly string[],
  columns: readonly (ListColumn | null)[],
  defaults: ListDefaults,
): Record<ListColumn, string> {
  const cell = (column: ListColumn) => {
    const at = columns.indexOf(column);
    return at === -1 ? "" : oneLine(row[at] ?? "");
  };
  return {
    name: cell("name"),
    email: cell("email"),
    startDate: tidyDate(cell("startDate")) || defaults.startDate,
    team: cell("team"),
    managerEmail: cell("managerEmail"),
    roles: cell("roles"),
    timeZone: cell("timeZone") || defaults.timeZone,
  };
}

function isColumn(name: unknown): name is ListColumn {
  return listColumns.some((column) => column === name);
}

/** A row as far as it can be judged by itself. */
interface LoneRow extends CheckedRow {
  /** As they would be stored; null where the cell is empty or no address. */
  readonly email: string | null;
  readonly managerEmail: string | null;
  readonly isManager: boolean;
}

function checkAlone(line: number, cells: Record<ListColumn, string>): LoneRow {
  const roles = roleWords(cells.roles);
  const parsed = personDetails.safeParse({
    ...cells,
    email: cells.email === "" ? undefined : cells.email,
    team: cells.team === "" ? undefined : cells.team,
    managerEmail: cells.managerEmail === "" ? undefined : cells.managerEmail,
    roles,
  });
  const issues = parsed.success ? [] : parsed.error.issues;
  return {
    ...{ line, cells },
    problems: issues.flatMap(({ path, message }) =>
      isColumn(path[0]) ? [{ column: path[0], message }] : [],
    ),
    person: parsed.success ? parsed.data : null,
    email: emailAddress.safeParse(cells.email).data ?? null,
    managerEmail: emailAddress.safeParse(cells.managerEmail).data ?? null,
    isManager: namesManager(roles),
  };
}

/** The rows of a list, as far as one depends on another. */
interface Together {
  readonly firstLineOf: ReadonlyMap<string, number>;
  readonly managers: ReadonlySet<string>;
}

const taken = "Somebody has this e-mail address already";

function problemsTogether(row: LoneRow, known: KnownPeople, list: Together): ListProblem[] {
  const { email, managerEmail, line } = row;
  const problems: ListProblem[] = [];
  const first = email === null ? line : (list.firstLineOf.get(email) ?? line);
  if (email !== null && known.emails.has(email)) {
    problems.push({ column: "email", message: taken });
  } else if (first !== line) {
    const message = `This e-mail address is in line ${first} already`;
    problems.push({ column: "email", message });
  }
  if (managerEmail === null) return problems;
  if (managerEmail === email) {
    problems.push({ column: "managerEmail", message: "Nobody is their own manager" });
  } else if (!known.managers.has(managerEmail) && !list.managers.has(managerEmail)) {
    const message = "Nobody with the role manager has this e-mail address, here or in the list";
    problems.push({ column: "managerEmail", message });
  }
  return problems;
}

/** Checks every row by itself, against the other rows and against who is there, and says all of it. */
export function checkList(
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[],
  columns: readonly (ListColumn | null)[],
  known: KnownPeople,
  defaults: ListDefaults,
): CheckedRow[] {
  const alone = rows.map(({ line, cells }) => checkAlone(line, cellsOf(cells, columns, defaults)));
  const firstLineOf = new Map<string, number>();
  const managers = new Set<string>();
  for (const { line, email, isManager } of alone) {
    if (email === null) continue;
    if (!firstLineOf.has(email)) firstLineOf.set(email, line);
    if (isManager) managers.add(email);
  }
  return alone.map((row) => {
    const { line, cells } = row;
    const problems = [...row.problems, ...problemsTogether(row, known, { firstLineOf, managers })];
    return { line, cells, problems, person: problems.length === 0 ? row.person : null };
  });
}

/** Nothing is wrong with the list but that everybody in it is here: it was added before, as by a second press. */
export function areHereAlready(rows: readonly CheckedRow[]): boolean {
  return (
    rows.length > 0 &&
    rows.every(
      ({ problems }) => problems.length > 0 && problems.every((one) => one.message === taken),
    )
  );
}

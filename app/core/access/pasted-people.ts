/** A pasted list of people: which column is which, and what is wrong in which row. */
import { personDetails, type PersonDetails } from "./person.schema";

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
  startDate: "Start date",
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
  return spellings[heading.toLowerCase().replace(/[^a-z]/g, "")] ?? null;
}

/** The columns that a first row names; null where it names none and is a person already. */
export function readHeading(row: readonly string[]): readonly (ListColumn | null)[] | null {
  const columns = row.map(columnOf);
  return columns.includes("email") || columns.includes("name") ? columns : null;
}

/** What is in the database already, as far as a list depends on it. */
export interface KnownPeople {
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

export interface ListProblem {
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
    return at === -1 ? "" : (row[at] ?? "").trim();
  };
  return {
    name: cell("name"),
    email: cell("email"),
    startDate: cell("startDate") || defaults.startDate,
    team: cell("team"),
    managerEmail: cell("managerEmail"),
    roles: cell("roles"),
    timeZone: cell("timeZone") || defaults.timeZone,
  };
}

function isColumn(name: unknown): name is ListColumn {
  return listColumns.some((column) => column === name);
}

function checkRow(line: number, cells: Record<ListColumn, string>): CheckedRow {
  const words = cells.roles.toLowerCase().split(/[\s,;/|+]+/);
  const parsed = personDetails.safeParse({
    ...cells,
    email: cells.email === "" ? undefined : cells.email,
    team: cells.team === "" ? undefined : cells.team,
    managerEmail: cells.managerEmail === "" ? undefined : cells.managerEmail,
    // Everyone is a learner; to say so is no mistake.
    roles: [...new Set(words)].filter((word) => word !== "" && word !== "learner"),
  });
  if (parsed.success) return { line, cells, problems: [], person: parsed.data };
  const problems = parsed.error.issues.flatMap(({ path, message }) =>
    isColumn(path[0]) ? [{ column: path[0], message }] : [],
  );
  return { line, cells, problems, person: null };
}

function withProblem(row: CheckedRow, column: ListColumn, message: string): CheckedRow {
  return { ...row, problems: [...row.problems, { column, message }], person: null };
}

/** Checks every row by itself, then against the other rows and against who is there already. */
export function checkList(
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[],
  columns: readonly (ListColumn | null)[],
  known: KnownPeople,
  defaults: ListDefaults,
): CheckedRow[] {
  const alone = rows.map(({ line, cells }) => checkRow(line, cellsOf(cells, columns, defaults)));
  const lineOf = new Map<string, number>();
  for (const { line, person } of alone) {
    if (person !== null && !lineOf.has(person.email)) lineOf.set(person.email, line);
  }
  const managers = new Set(known.managers);
  for (const { person } of alone) {
    if (person?.roles.includes("manager") === true) managers.add(person.email);
  }
  return alone.map((row) => {
    if (row.person === null) return row;
    const { email, managerEmail } = row.person;
    const first = lineOf.get(email) ?? row.line;
    if (known.emails.has(email)) {
      return withProblem(row, "email", "Somebody has this e-mail address already");
    }
    if (first !== row.line) {
      return withProblem(row, "email", `This e-mail address is in line ${first} already`);
    }
    if (managerEmail === email) {
      return withProblem(row, "managerEmail", "Nobody is their own manager");
    }
    if (managerEmail !== null && !managers.has(managerEmail)) {
      const message = "Nobody with the role manager has this e-mail address, here or in the list";
      return withProblem(row, "managerEmail", message);
    }
    return row;
  });
}

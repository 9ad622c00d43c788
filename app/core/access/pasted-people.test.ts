import { expect, test } from "vitest";
import { areHereAlready, checkList, columnNames, listColumns, readHeading } from "./pasted-people";
import { tidyDate } from "~/core/access/pasted-cells";

const known = {
  emails: new Set(["taken@example.test", "boss@example.test"]),
  managers: new Set(["boss@example.test"]),
};
const defaults = { startDate: "2026-11-02", timeZone: "Europe/Lisbon" };

function check(...rows: string[][]) {
  const numbered = rows.map((cells, at) => ({ line: at + 2, cells }));
  return checkList(numbered, listColumns, known, defaults);
}

function problemsOf(...rows: string[][]) {
  return check(...rows).flatMap(({ line, problems }) =>
    problems.map(({ column, message }) => `${line} ${column}: ${message}`),
  );
}

test("a heading is read in any order, spelling and case", () => {
  expect(
    readHeading(["E-Mail", "FULL NAME", "Shoe size", "start-date", "Manager’s e-mail"]),
  ).toEqual(["email", "name", null, "startDate", "managerEmail"]);
});

test("the first day is called as on a person’s page, and a list may call it the start date", () => {
  expect(columnNames.startDate).toBe("First day");
  expect(readHeading(["Name", "First day"])).toEqual(["name", "startDate"]);
  expect(readHeading(["Name", "Start date"])).toEqual(["name", "startDate"]);
});

test("a row that names no column is a person", () => {
  expect(readHeading(["Ana Moreira", "ana@example.test"])).toBeNull();
});

test("a whole row becomes a person", () => {
  const [row] = check([
    " Ana Moreira ",
    "Ana@Example.test",
    "2026-12-01",
    "Front desk",
    "boss@example.test",
    "trainer, Manager learner",
    "Asia/Tokyo",
  ]);
  expect(row?.person).toEqual({
    name: "Ana Moreira",
    email: "ana@example.test",
    startDate: "2026-12-01",
    team: "Front desk",
    managerEmail: "boss@example.test",
    roles: ["trainer", "manager"],
    timeZone: "Asia/Tokyo",
  });
});

test("what is left out is today, here, and nobody's", () => {
  const [row] = check(["Ana", "ana@example.test"]);
  expect(row?.person).toEqual({
    name: "Ana",
    email: "ana@example.test",
    team: null,
    managerEmail: null,
    roles: [],
    ...defaults,
  });
});

test("each wrong cell is named by line and column", () => {
  expect(
    problemsOf(
      ["", "ana@example.test"],
      ["Ben", "ben at example"],
      ["Cem", "cem@example.test", "31/12/2026"],
      ["Dov", "dov@example.test", "", "", "", "chief"],
      ["Eva", "eva@example.test", "", "", "", "", "Lisbon"],
      ["Fay", ""],
    ),
  ).toEqual([
    "2 name: Enter a name",
    "3 email: That does not look like an e-mail address, as in ana@example.org",
    "4 startDate: Write the date as year, month, day, as in 2026-03-09",
    "5 roles: The roles are trainer, manager and administrator",
    "6 timeZone: Write a time zone as in Europe/Lisbon",
    "7 email: Enter an e-mail address",
  ]);
});

test("rows are checked against each other and against who is there", () => {
  expect(
    problemsOf(
      ["Ana", "taken@example.test"],
      ["Ben", "ben@example.test"],
      ["Ben again", "BEN@example.test"],
      ["Cem", "cem@example.test", "", "", "cem@example.test", "manager"],
      ["Dov", "dov@example.test", "", "", "nobody@example.test"],
      ["Eva", "eva@example.test", "", "", "cem@example.test"],
    ),
  ).toEqual([
    "2 email: Somebody has this e-mail address already",
    "4 email: This e-mail address is in line 3 already",
    "5 managerEmail: Nobody is their own manager",
    "6 managerEmail: Nobody with the role manager has this e-mail address, here or in the list",
  ]);
});

test("everything that is wrong in a row is told at once", () => {
  expect(
    problemsOf(
      ["Ana", "ana@example.test"],
      ["", "taken@example.test", "soon", "", "nobody@example.test", "chief"],
      ["", "ANA@example.test"],
    ),
  ).toEqual([
    "3 name: Enter a name",
    "3 startDate: Write the date as year, month, day, as in 2026-03-09",
    "3 roles: The roles are trainer, manager and administrator",
    "3 email: Somebody has this e-mail address already",
    "3 managerEmail: Nobody with the role manager has this e-mail address, here or in the list",
    "4 name: Enter a name",
    "4 email: This e-mail address is in line 2 already",
  ]);
});

test("a manager whose own row needs mending is no reason to blame those below", () => {
  expect(
    problemsOf(
      ["Cem", "cem@example.test", "soon", "", "", "Manager"],
      ["Eva", "eva@example.test", "", "", "cem@example.test"],
    ),
  ).toEqual(["2 startDate: Write the date as year, month, day, as in 2026-03-09"]);
});

test("what spreadsheets leave in cells does not count: spaces, line breaks and what nobody sees", () => {
  const [row] = check([
    "\u202EZoë\u00A0\n  Müller\u200B",
    "zoe@example.test\uFEFF",
    "9.3.2026",
    "",
    "",
    "Administrator",
  ]);
  expect(row?.problems).toEqual([]);
  expect(row?.person).toMatchObject({
    name: "Zoë Müller",
    email: "zoe@example.test",
    startDate: "2026-03-09",
    roles: ["admin"],
  });
});

test.each([
  ["2026-3-9", "2026-03-09"],
  ["2026/03/09", "2026-03-09"],
  ["2026-03-09 00:00:00", "2026-03-09"],
  ["09.03.2026", "2026-03-09"],
])("a date that can be meant in one way only is read: %s", (written, date) => {
  expect(check(["Ana", "ana@example.test", written])[0]?.person?.startDate).toBe(date);
});

test.each(["03/09/2026", "30.02.2026", "2026-13-01", "45000", "tomorrow"])(
  "a date that is none, or could be two, is refused: %s",
  (written) => {
    expect(check(["Ana", "ana@example.test", written])[0]?.problems).toMatchObject([
      { column: "startDate" },
    ]);
  },
);

test.each(["1062-03-09", "2206-03-09"])(
  "a year that can only be a slip of the finger is asked about: %s",
  (written) => {
    const [problem] = check(["Ana", "ana@example.test", written])[0]?.problems ?? [];
    expect(problem).toMatchObject({ column: "startDate" });
    expect(JSON.stringify(problem)).toContain("Look at the year once more");
  },
);

test("a person called Mail is no heading, and neither is a column called constructor", () => {
  expect(readHeading(["Mail", "mail@example.test"])).toBeNull();
  expect(readHeading(["name", "constructor"])).toEqual(["name", null]);
});

test("names in any script are read as they are", () => {
  const names = ["محمد علي", "דנה לוי", "Иван Петров", "李小龙", "José Ñúñez", "O’Neill, Órla"];
  const rows = check(...names.map((name, at) => [name, `p${at}@example.test`]));
  expect(rows.map(({ person }) => person?.name)).toEqual(names);
});

test("what is no day stays as it was written", () => {
  expect(tidyDate("31.31.2026")).toBe("31.31.2026");
  expect(tidyDate("2026/13/1")).toBe("2026/13/1");
  expect(tidyDate("9.3.2026")).toBe("2026-03-09");
});

test("a list of which everybody is here was added before, and one with anything else wrong was not", () => {
  const taken = ["Tom", "taken@example.test"];
  expect(areHereAlready(check(taken, ["Bo", "boss@example.test"]))).toBe(true);
  expect(areHereAlready(check(taken, ["Ana", "ana@example.test"]))).toBe(false);
  expect(areHereAlready(check(["", "taken@example.test"]))).toBe(false);
  expect(areHereAlready(check(["Ana", "ana@example.test"]))).toBe(false);
  expect(areHereAlready([])).toBe(false);
});

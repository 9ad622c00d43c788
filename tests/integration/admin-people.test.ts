import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addPerson, changePerson, signOutEverywhere } from "~/server/people/change-person.server";
import { deactivate, reactivate } from "~/server/people/deactivate.server";
import { listPeople } from "~/server/people/find-people.server";
import { findPerson } from "~/server/people/find-person.server";
import { firstStepsOf } from "~/server/people/first-steps.server";
import { importList, previewList, shortPreview } from "~/server/people/import-people.server";
import { findLink, makeLink } from "~/server/people/one-time-link.server";
import { startSession } from "~/server/people/session.server";
import { aCatalogue } from "tests/factories/a-catalogue";
import { anAccount } from "tests/factories/an-account";
import { aScenario } from "tests/factories/scenario";
import { aDatabase, counting, type TestDatabase } from "tests/setup/database";

vi.stubEnv("DATABASE_URL", `file:${join(mkdtempSync(join(tmpdir(), "rapport-")), "rapport.db")}`);
vi.stubEnv("SESSION_SECRET", "a secret for tests, and only for tests");
vi.stubEnv("LOG_LEVEL", "silent");

let open: TestDatabase;
beforeEach(async () => {
  open = await aDatabase();
});
afterEach(() => open.close());

const details = {
  name: "Ana Moreira",
  email: "ana@example.test",
  startDate: "2026-12-01",
  timeZone: "Europe/Lisbon",
  team: "Front desk",
  managerEmail: null,
  roles: [],
};
const defaults = { startDate: "2026-11-21", timeZone: "Europe/Lisbon" };

async function anActor() {
  const { id } = await anAccount(open.database, { roles: ["admin"] });
  return { id, address: "192.0.2.1" };
}

async function added(given: Partial<Parameters<typeof addPerson>[2]> = {}): Promise<string> {
  const result = await addPerson(open.database, await anActor(), { ...details, ...given });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

function auditOf(id: string) {
  return open.database.auditEntry.findMany({
    where: { subject: `person:${id}` },
    orderBy: { at: "asc" },
  });
}

test("a person who is added is on the onboarding path from their first day, and in the audit", async () => {
  const actor = await anActor();
  const boss = await anAccount(open.database, { roles: ["manager"] });
  const result = await addPerson(open.database, actor, {
    ...details,
    managerEmail: boss.email,
    roles: ["trainer"],
  });
  const id = result.ok ? result.value : "";
  const person = await open.database.person.findUniqueOrThrow({
    where: { id },
    include: { team: true, roles: true, assignments: true },
  });
  expect(person).toMatchObject({
    email: "ana@example.test",
    managerId: boss.id,
    team: { name: "Front desk" },
    roles: [{ role: "trainer" }],
    assignments: [{ pathSlug: "onboarding", startDate: "2026-12-01" }],
    passwordHash: null,
  });
  expect(await auditOf(id)).toMatchObject([
    { action: "person.added", actorId: actor.id, address: "192.0.2.1" },
  ]);
});

test("an address that is taken, and a manager who is none, are refused beside their fields", async () => {
  const plain = await anAccount(open.database);
  const actor = await anActor();
  expect(
    await addPerson(open.database, actor, {
      ...details,
      email: plain.email,
      managerEmail: "nobody@example.test",
    }),
  ).toEqual({
    ok: false,
    problem: {
      email: ["Somebody has this e-mail address already."],
      managerEmail: ["Nobody with the role manager has this e-mail address."],
    },
  });
  expect(await open.database.person.count()).toBe(2);
});

test("of a manager who cannot be given it is said why, and whom somebody has already stands", async () => {
  const boss = await anAccount(open.database, { name: "Mara Holm", roles: ["manager"] });
  const plain = await anAccount(open.database, { name: "Sam Okafor" });
  const actor = await anActor();
  const id = await added({ managerEmail: boss.email });
  const other = await added({ email: "ben@example.test" });
  await deactivate(open.database, actor, boss.id);
  const problemOf = async (whose: string, given: Partial<Parameters<typeof addPerson>[2]>) => {
    const done = await changePerson(open.database, actor, whose, { ...details, ...given });
    return done.ok ? null : done.problem["managerEmail"];
  };
  const ben = { email: "ben@example.test" };
  expect(await problemOf(other, { ...ben, managerEmail: boss.email })).toEqual([
    "Mara Holm is deactivated. Reactivate them first, or choose somebody else.",
  ]);
  expect(await problemOf(other, { ...ben, managerEmail: plain.email })).toEqual([
    "Sam Okafor does not have the role manager. Give it to them first, or choose somebody else.",
  ]);
  expect(await problemOf(id, { name: "Ana Lima", managerEmail: boss.email })).toBeNull();
  const changed = await open.database.person.findUniqueOrThrow({ where: { id } });
  expect(changed).toMatchObject({ name: "Ana Lima", managerId: boss.id });
});

test("a change is written whole, and the audit has before and after", async () => {
  const id = await added();
  const actor = await anActor();
  const after = { ...details, startDate: "2026-12-08", roles: ["admin", "trainer"] as const };
  expect(
    await changePerson(open.database, actor, id, { ...after, roles: [...after.roles] }),
  ).toEqual({ ok: true, value: { addressesEnded: 0 } });
  const [assignment] = await open.database.assignment.findMany({ where: { personId: id } });
  expect(assignment?.startDate).toBe("2026-12-08");
  const entries = await auditOf(id);
  expect(entries).toHaveLength(3);
  const told = new Map(
    entries.map(({ action, detail }) => [action, JSON.parse(detail) as unknown]),
  );
  expect(told.get("roles.changed")).toEqual({ roles: [[], ["trainer", "admin"]] });
  expect(told.get("person.changed")).toEqual({
    changed: { startDate: ["2026-12-01", "2026-12-08"] },
  });
});

test("a corrected e-mail address ends the one-time address that went to the wrong one", async () => {
  const id = await added();
  const token = await makeLink(open.database, { purpose: "set-password", personId: id });
  const actor = await anActor();
  const renamed = { ...details, name: "Ana Lima" };
  await changePerson(open.database, actor, id, renamed);
  expect(await findLink(open.database, "set-password", token)).not.toBeNull();
  const corrected = { ...renamed, email: "ana.lima@example.test" };
  expect(await changePerson(open.database, actor, id, corrected)).toEqual({
    ok: true,
    value: { addressesEnded: 1 },
  });
  expect(await findLink(open.database, "set-password", token)).toBeNull();
  const told = (await auditOf(id)).map(({ detail }) => JSON.parse(detail) as unknown);
  expect(told).toContainEqual({
    changed: { email: ["ana@example.test", "ana.lima@example.test"] },
    addressesEnded: 1,
  });
});

test("saving without a change leaves no entry", async () => {
  const id = await added();
  await changePerson(open.database, await anActor(), id, details);
  expect(await auditOf(id)).toHaveLength(1);
});

test("a team is one team however its letters' case is written, in the form as in the list", async () => {
  const id = await added();
  await added({ email: "ben@example.test", team: "front DESK" });
  expect(await open.database.team.findMany({ select: { name: true } })).toEqual([
    { name: "Front desk" },
  ]);
  await changePerson(open.database, await anActor(), id, { ...details, team: "FRONT DESK" });
  expect(await open.database.team.count()).toBe(1);
  // Nothing changed, so that nothing is in the audit but that they were added.
  expect(await auditOf(id)).toHaveLength(1);
});

test("nobody is their own manager", async () => {
  const id = await added({ roles: ["manager"] });
  const self = { ...details, roles: ["manager" as const], managerEmail: details.email };
  expect(await changePerson(open.database, await anActor(), id, self)).toMatchObject({
    problem: { managerEmail: ["Nobody is their own manager."] },
  });
  const moved = { ...self, email: "ana.lima@example.test" };
  expect(await changePerson(open.database, await anActor(), id, moved)).toMatchObject({
    problem: { managerEmail: ["Nobody is their own manager."] },
  });
});

test("the last administrator stays one", async () => {
  const admin = await anAccount(open.database, { roles: ["admin"] });
  const actor = { id: "somebody-else", address: null };
  const { name, email, startDate, timeZone } = admin;
  const without = { name, email, startDate, timeZone, team: null, managerEmail: null, roles: [] };
  expect(await changePerson(open.database, actor, admin.id, without)).toMatchObject({
    problem: { roles: ["This is the last administrator. Make somebody else one first."] },
  });
  expect(await deactivate(open.database, actor, admin.id)).toMatchObject({ ok: false });
  await anAccount(open.database, { roles: ["admin"] });
  expect(await changePerson(open.database, actor, admin.id, without)).toMatchObject({ ok: true });
});

test("two administrators who deactivate each other at once do not leave none", async () => {
  const one = await anAccount(open.database, { roles: ["admin"] });
  const two = await anAccount(open.database, { roles: ["admin"] });
  await Promise.all([
    deactivate(open.database, { id: one.id, address: null }, two.id),
    deactivate(open.database, { id: two.id, address: null }, one.id),
  ]);
  expect(await open.database.person.count({ where: { deactivatedAt: null } })).toBe(1);
});

test("nobody deactivates themself", async () => {
  const actor = await anActor();
  await anActor();
  expect(await deactivate(open.database, actor, actor.id)).toMatchObject({ ok: false });
});

test("deactivating ends sessions and addresses; reactivating brings neither back", async () => {
  const actor = await anActor();
  const { id } = await anAccount(open.database);
  await startSession(open.database, id, { shared: false });
  await makeLink(open.database, { purpose: "set-password", personId: id });
  expect(await deactivate(open.database, actor, id)).toEqual({ ok: true, value: null });
  await deactivate(open.database, actor, id);
  await reactivate(open.database, actor, id);
  expect(await open.database.session.count()).toBe(0);
  expect(await open.database.oneTimeLink.count()).toBe(0);
  expect((await auditOf(id)).map(({ action }) => action)).toEqual([
    "person.added",
    "person.deactivated",
    "person.reactivated",
  ]);
});

test("an administrator sees sessions, and ends them", async () => {
  const actor = await anActor();
  const { id } = await anAccount(open.database);
  await startSession(open.database, id, { shared: true });
  expect((await findPerson(open.database, id))?.sessions).toMatchObject([{ idleMinutes: 10 }]);
  await signOutEverywhere(open.database, actor, id);
  expect((await findPerson(open.database, id))?.sessions).toEqual([]);
  const known = ["person.added", "sessions.ended"];
  expect((await auditOf(id)).map(({ action }) => action)).toEqual(known);
  await signOutEverywhere(open.database, actor, id);
  expect((await auditOf(id)).map(({ action }) => action)).toEqual(known);
});

test("people are found by a part of the name or address, and page by page", async () => {
  const list = Array.from({ length: 60 }, (_, at) => `Learner ${at},learner-${at}@example.test`);
  await importList(open.database, await anActor(), list.join("\n"), defaults);
  const search = { words: "LEARNER-1", standing: "active", page: 1 } as const;
  expect((await listPeople(open.database, search)).found).toBe(11);
  const all = { words: "", standing: "everyone", page: 2 } as const;
  const second = await listPeople(open.database, all);
  expect(second).toMatchObject({ found: 61, pages: 2, active: 61, deactivated: 0 });
  expect(second.people).toHaveLength(11);
});

test("people are found whatever the case, in every script", async () => {
  const list = "Özil Ümit,o@example.test\nИван Петров,i@example.test";
  await importList(open.database, await anActor(), list, defaults);
  const found = async (words: string) =>
    (await listPeople(open.database, { words, standing: "active", page: 1 })).found;
  expect(await Promise.all(["özil", "ÜMIT", "иван", "ПЕТРОВ", "zil"].map(found))).toEqual([
    1, 1, 1, 1, 1,
  ]);
});

test.each([
  ["commas", 'name,email,team\n"Moreira, Ana",ana@example.test,Front desk'],
  ["semicolons", "name;email;team\r\nMoreira, Ana;ana@example.test;Front desk\r\n"],
  [
    "tabs out of a spreadsheet",
    "\uFEFFTeam\tE-mail\tName\nFront desk\tana@example.test\tMoreira, Ana",
  ],
  ["no heading", "Moreira Ana,ana@example.test,,Front desk"],
])("a list with %s is read", async (_, text) => {
  const preview = await previewList(open.database, text, defaults);
  expect(preview.ok && preview.value.rows).toMatchObject([
    { problems: [], person: { email: "ana@example.test", team: "Front desk" } },
  ]);
  expect(await open.database.person.count()).toBe(0);
});

test.each([
  ["", "Paste at least one row."],
  ["name,email\n", "There is a heading, but nobody below it."],
  ["x,x@example.test\n".repeat(2001), "Those are 2001 rows. Paste at most 2000 at a time."],
  [
    'Ana,ana@example.test\n"Ben, ben@example.test\nCem,cem@example.test',
    "The quotation mark in line 2 begins a cell and does not end with it. Take it away, or put the whole cell between two of them.",
  ],
  [
    'Ana,ana@example.test\r\n"Bob" Smith,bob@example.test\r\nCem,cem@example.test',
    "The quotation mark in line 2 begins a cell and does not end with it. Take it away, or put the whole cell between two of them.",
  ],
])("a list that cannot be read is refused with a sentence", async (text, sentence) => {
  expect(await previewList(open.database, text, defaults)).toEqual({
    ok: false,
    problem: sentence,
  });
});

test("a list says which columns it does not read, which teams are new, and counts lines as pasted", async () => {
  await added({ team: "Front desk" });
  const text = `Name;E-mail;Eintritt;Team
"Ben
van Dijk";ben@example.test;1.1.2026;front DESK

Cem;cem at;1.1.2026;Kitchen
Dov;dov@example.test;1.1.2026;kitchen`;
  const preview = await previewList(open.database, text, defaults);
  expect(preview.ok && preview.value).toMatchObject({
    unread: ["Eintritt"],
    newTeams: ["Kitchen"],
    rows: [
      { line: 2, person: { name: "Ben van Dijk", team: "Front desk" } },
      { line: 5, person: null },
      { line: 6, person: { team: "Kitchen" } },
    ],
  });
});

test("of a long list a page holds the first rows with a mistake and without, and all are counted", async () => {
  const rows = Array.from({ length: 700 }, (_, at) =>
    at % 7 === 0
      ? `Row ${String(at)},no address`
      : `Row ${String(at)},row-${String(at)}@example.test`,
  );
  const checked = await previewList(open.database, rows.join("\n"), defaults);
  if (!checked.ok) throw new Error(checked.problem);
  const page = shortPreview(checked.value);
  expect(page.more).toEqual({ wrong: 0, right: 400 });
  expect(page.rows).toHaveLength(300);
  expect(page.rows.filter(({ problems }) => problems.length > 0)).toHaveLength(100);
  expect(page.rows.map(({ line }) => line)).toEqual(
    page.rows.map(({ line }) => line).sort((one, other) => one - other),
  );
  expect(JSON.stringify(page)).not.toContain('"person"');
});

test("a list with one wrong row adds nobody", async () => {
  const text = "Ana,ana@example.test\nBen,ben at";
  const result = await importList(open.database, await anActor(), text, defaults);
  expect(result).toMatchObject({ ok: false, problem: [{ problems: [] }, { line: 2 }] });
  expect(await open.database.person.count()).toBe(1);
});

test("a manager further down the same list manages those above", async () => {
  const text = `name,email,manager,roles
Ana,ana@example.test,boss@example.test,
Boss,boss@example.test,,manager`;
  expect((await importList(open.database, await anActor(), text, defaults)).ok).toBe(true);
  const ana = await open.database.person.findUniqueOrThrow({
    where: { email: "ana@example.test" },
    include: { manager: true },
  });
  expect(ana.manager?.email).toBe("boss@example.test");
});

test("two thousand people come in at once, each assigned and in the audit", async () => {
  const rows = Array.from(
    { length: 2000 },
    (_, at) =>
      `P ${at},p${at}@example.test,2026-12-01,Team ${at % 40},p${at - (at % 50)}@example.test,${at % 50 === 0 ? "manager" : ""}`,
  ).map((row, at) =>
    at % 50 === 0 ? row.replace(/,p\d+@example.test,manager/, ",,manager") : row,
  );
  const result = await importList(open.database, await anActor(), rows.join("\n"), defaults);
  expect(result.ok && result.value.length).toBe(2000);
  expect(await open.database.assignment.count()).toBe(2001);
  expect(await open.database.person.count({ where: { managerId: { not: null } } })).toBe(1960);
  expect(await open.database.auditEntry.count()).toBe(2002);
});

test("an administrator is told what comes first until somebody else is there", async () => {
  const { id } = await anAccount(open.database, { roles: ["admin"] });
  const content = aCatalogue({ scenarios: [aScenario()] });
  const admin = { id, roles: ["admin"] } as const;
  expect(await firstStepsOf(open.database, content, admin)).toEqual({ courses: 0, scenarios: 1 });
  await anAccount(open.database);
  expect(await firstStepsOf(open.database, content, admin)).toBeNull();
});

test("a learner's home page is not asked whether they are alone", async () => {
  const { id } = await anAccount(open.database);
  const { counted, count } = counting(open.database);
  expect(await firstStepsOf(counted, aCatalogue(), { id, roles: ["learner"] })).toBeNull();
  expect(count.asked).toBe(0);
});

test("whoever looks at a manager sees who has them as manager, those who left excepted", async () => {
  const boss = await anAccount(open.database, { roles: ["manager"] });
  const ana = await added({ managerEmail: boss.email });
  const gone = await added({ email: "gone@example.test", managerEmail: boss.email });
  await deactivate(open.database, await anActor(), gone);
  const last = await added({ name: "Zoe", email: "zoe@example.test", managerEmail: boss.email });
  const elo = await added({ name: "Éloïse", email: "elo@example.test", managerEmail: boss.email });
  expect((await findPerson(open.database, boss.id))?.reports).toEqual([
    { id: ana, name: details.name },
    { id: elo, name: "Éloïse" },
    { id: last, name: "Zoe" },
  ]);
});

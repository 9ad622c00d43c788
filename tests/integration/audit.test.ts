import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { parseAuditFilter, type AuditFilter } from "~/core/audit/audit-filter.schema";
import { auditCsv, auditEntriesOf, listAudit } from "~/server/people/audit-list.server";
import { appendAudit, type Change } from "~/server/people/audit.server";
import { signIn } from "~/server/people/sign-in.server";
import { aCompletion } from "tests/factories/a-completion";
import { anAttempt } from "tests/factories/an-attempt";
import { anAccount } from "tests/factories/an-account";
import { aDatabase, type TestDatabase } from "tests/setup/database";

vi.stubEnv("SESSION_SECRET", "a secret for tests, and only for tests");
vi.stubEnv("LOG_LEVEL", "silent");

let open: TestDatabase;
let admin = "";
let learner = "";
beforeEach(async () => {
  open = await aDatabase();
  const roles = ["admin" as const];
  admin = (await anAccount(open.database, { roles, name: "Priya Nair" })).id;
  learner = (await anAccount(open.database, { name: "Sam Okafor", email: "sam@example.test" })).id;
});
afterEach(() => open.close());

async function entry(change: Change, at: string, actorId: string | null = admin): Promise<void> {
  const { action, subject, detail = {} } = change;
  await open.database.auditEntry.create({
    data: {
      action,
      subject,
      detail: JSON.stringify(detail),
      at: new Date(at),
      actorId,
      address: "192.0.2.9",
    },
  });
}

async function list(filter: Partial<AuditFilter> = {}, timeZone = "UTC") {
  const given = { after: null, size: 50, timeZone };
  const full = parseAuditFilter(Object.entries(filter) as [string, string][]);
  return (await listAudit(open.database, full, given)).rows;
}

const actions = async (...call: Parameters<typeof list>) =>
  (await list(...call)).map(({ action }) => action);

test("entries tell who, to whom, when, what and from where, newest first", async () => {
  const roles = [[], ["trainer"]];
  await entry(
    { action: "roles.changed", subject: `person:${learner}`, detail: { roles } },
    "2030-01-02T10:00:00Z",
  );
  const [newest] = await auditEntriesOf(open.database, await list(), "UTC");
  expect(newest).toMatchObject({
    actor: "Priya Nair",
    actorId: admin,
    person: "Sam Okafor",
    personId: learner,
    at: "2030-01-02T10:00:00.000Z",
    address: "192.0.2.9",
    told: ["roles: nothing → trainer"],
  });
});

test("an entry about a record or a run is found with the person whose it is", async () => {
  const completion = await aCompletion(open.database, { personId: learner });
  await entry(
    { action: "completion.corrected", subject: `completion:${completion.id}` },
    "2030-01-01T10:00:00Z",
  );
  const found = await list({ person: learner });
  expect(found[0]).toMatchObject({ action: "completion.corrected", person: "Sam Okafor" });
});

test("an entry about a run that was given names whom it was given to", async () => {
  await entry(
    { action: "attempt.granted", subject: "scenario:parcel", detail: { personId: learner } },
    "2030-01-01T10:00:00Z",
  );
  const [given] = await list({ person: learner });
  expect(given).toMatchObject({ subject: "scenario:parcel", person: "Sam Okafor" });
});

test("the list is narrowed by person, area, words and days where the reader is", async () => {
  await entry({ action: "password.set", subject: `person:${learner}` }, "2030-03-01T23:30:00Z");
  await entry({ action: "content.published", subject: "lesson:care/hear" }, "2030-03-02T12:00:00Z");
  expect(await actions({ from: "2030-03-01", to: "2030-03-01" })).toEqual(["password.set"]);
  expect(await actions({ from: "2030-03-02" })).toEqual(["content.published"]);
  expect(await actions({ from: "2030-03-02" }, "Europe/Prague")).toHaveLength(2);
  expect(await actions({ area: "content" })).toEqual(["content.published"]);
  expect(await actions({ person: learner, area: "access" })).toEqual(["password.set"]);
  expect(await actions({ text: "care/hear" })).toEqual(["content.published"]);
  expect(await actions({ text: "set a password" })).toEqual(["password.set"]);
  expect(await actions({ text: "SAM@example", from: "2030-01-01" })).toEqual(["password.set"]);
  expect(await actions({ text: "100%" })).toEqual([]);
});

test("an entry about a piece of content has its title of now", async () => {
  await anAttempt(open.database, { personId: learner, title: "The late parcel" });
  await entry({ action: "content.published", subject: "scenario:parcel" }, "2030-03-02T12:00:00Z");
  const [newest] = await auditEntriesOf(open.database, await list(), "UTC");
  expect(newest).toMatchObject({ thing: "the role-play “The late parcel”" });
});

test("words are found whatever the case, in every script", async () => {
  const { id } = await anAccount(open.database, { name: "Åsa Östling", team: "Ærø" });
  await entry({ action: "password.set", subject: `person:${id}` }, "2030-03-01T10:00:00Z");
  for (const text of ["östling", "ÖSTLING", "åsa ö"]) {
    expect(await actions({ text, area: "access" })).toEqual(["password.set"]);
  }
  // In the detail, too: that somebody was added to the team.
  expect(await actions({ text: "ærØ" })).toEqual(["person.added"]);
});

test("a role is found by what the page calls it", async () => {
  await entry(
    { action: "roles.changed", subject: `person:${learner}`, detail: { roles: [[], ["admin"]] } },
    "2030-03-01T10:00:00Z",
  );
  expect(await actions({ text: "Administrator", from: "2030-01-01" })).toEqual(["roles.changed"]);
  expect(await actions({ text: "trainer", from: "2030-01-01" })).toEqual([]);
});

test("a filter that makes no sense narrows nothing", () => {
  expect(
    parseAuditFilter([
      ["area", "nonsense"],
      ["from", "2030-02-31"],
      ["text", ""],
    ]),
  ).toEqual({});
});

test("pages follow one another without a gap or a repetition, also within one instant", async () => {
  await appendAudit(
    open.database,
    { id: admin, address: null },
    Array.from({ length: 7 }, () => ({ action: "password.set", subject: `person:${learner}` })),
  );
  const seen: string[] = [];
  for (let after = null as Parameters<typeof listAudit>[2]["after"]; ;) {
    const page = await listAudit(open.database, {}, { after, size: 2, timeZone: "UTC" });
    seen.push(...page.rows.map(({ id }) => id));
    if (page.next === null) break;
    after = page.next;
  }
  expect(seen).toHaveLength(await open.database.auditEntry.count());
  expect(new Set(seen).size).toBe(seen.length);
});

test("the file holds all of it, oldest first, and no field that a spreadsheet runs", async () => {
  await entry(
    { action: "person.changed", subject: "person:x", detail: {} },
    "2030-01-01T10:00:00Z",
  );
  await open.database.person.update({ where: { id: admin }, data: { name: "=1+1" } });
  let text = "";
  for await (const piece of auditCsv(open.database, {}, { timeZone: "UTC", chunk: 2 })) {
    text += piece;
  }
  const lines = text.trimEnd().split("\r\n");
  expect(lines).toHaveLength(1 + (await open.database.auditEntry.count()));
  expect(lines[0]).toBe(
    '\uFEFF"at","who","who_id","action","in_words","subject","person","from","detail"',
  );
  expect(lines.every((line) => !/^"[^"]*","",/.test(line))).toBe(true);
  expect(lines.at(-1)).toContain(`"2030-01-01T10:00:00.000Z","'=1+1"`);
});

test("an account that is tried too often is in the audit once, and an unknown one by no name", async () => {
  const wrong = { email: "sam@example.test", password: "not this one", shared: false };
  for (let tries = 0; tries < 13; tries += 1)
    await signIn(open.database, wrong, { address: "192.0.2.1" });
  for (let tries = 0; tries < 12; tries += 1) {
    await signIn(
      open.database,
      { ...wrong, email: "nobody@example.test" },
      { address: "192.0.2.2" },
    );
  }
  expect(await list({ area: "access" })).toMatchObject([
    { action: "sign-in.locked", subject: "sign-in:attempts", person: null, address: "192.0.2.2" },
    { action: "sign-in.locked", subject: `person:${learner}`, address: "192.0.2.1", actor: null },
  ]);
  expect(JSON.stringify(await list())).not.toContain("nobody@example.test");
});

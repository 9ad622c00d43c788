import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addressAll, peopleToAddress } from "~/server/people/address-list.server";
import { addPeople } from "~/server/people/add-people.server";
import { listPeople } from "~/server/people/find-people.server";
import { findPerson } from "~/server/people/find-person.server";
import { findLink, makeLink } from "~/server/people/one-time-link.server";
import { startSession } from "~/server/people/session.server";
import { setPasswordByLink } from "~/server/people/set-password.server";
import { accountPassword, anAccount } from "tests/factories/an-account";
import { aDatabase, type TestDatabase } from "tests/setup/database";

vi.stubEnv("SESSION_SECRET", "a secret for tests, and only for tests");
vi.stubEnv("APP_URL", "https://rapport.example.org");
vi.stubEnv("LOG_LEVEL", "silent");

let open: TestDatabase;
beforeEach(async () => {
  open = await aDatabase();
});
afterEach(() => open.close());

const actor = { id: null, address: "192.0.2.1" };
const tokenOf = (address: string) => address.split("/").at(-1) ?? "";
const opens = (token: string) => findLink(open.database, "set-password", token);

/** People as a pasted list brings them: without a password. */
async function newcomers(count: number): Promise<string[]> {
  const people = Array.from({ length: count }, (_, at) => ({
    email: `n${String(at).padStart(4, "0")}@example.test`,
    name: `Newcomer ${String(at).padStart(4, "0")}`,
    startDate: "2026-12-01",
    timeZone: "UTC",
    team: null,
    managerEmail: null,
    roles: [],
  }));
  return open.database.$transaction((transaction) => addPeople(transaction, actor, people), {
    timeout: 60_000,
  });
}

test("whoever has no password gets an address of their own, and it lets them in", async () => {
  const ids = await newcomers(3);
  const slips = await addressAll(open.database, actor, ids);
  expect(slips.map(({ email }) => email)).toEqual([
    "n0000@example.test",
    "n0001@example.test",
    "n0002@example.test",
  ]);
  expect(new Set(slips.map(({ address }) => address)).size).toBe(3);
  for (const { email, address } of slips) {
    expect(address).toMatch(/^https:\/\/rapport\.example\.org\/set-password\//);
    expect(await opens(tokenOf(address))).toMatchObject({ person: { email } });
  }
  const token = tokenOf(slips[1]?.address ?? "");
  const own = { token, password: accountPassword, address: "192.0.2.1" };
  expect(await setPasswordByLink(open.database, own)).toBe(ids[1]);
  const entries = await open.database.auditEntry.count({
    where: { action: "password-address.made" },
  });
  expect(entries).toBe(3);
});

test("nobody with a password, deactivated or unknown gets one", async () => {
  const [gone = "", there = ""] = await newcomers(2);
  const { id: withPassword } = await anAccount(open.database);
  await open.database.person.update({ where: { id: gone }, data: { deactivatedAt: new Date() } });
  const slips = await addressAll(open.database, actor, [
    withPassword,
    gone,
    there,
    "nobody",
    there,
  ]);
  expect(slips.map(({ email }) => email)).toEqual(["n0001@example.test"]);
  expect(await open.database.oneTimeLink.count()).toBe(1);
  const { people } = await peopleToAddress(open.database);
  expect(people.map(({ id }) => id)).toEqual([there]);
});

test("addresses are in the order of names, whatever their case and accents", async () => {
  const names = ["Zoe", "Émile", "de Vries"];
  for (const name of names) await anAccount(open.database, { name, passwordHash: null });
  const { people } = await peopleToAddress(open.database);
  const slips = await addressAll(
    open.database,
    actor,
    people.map(({ id }) => id),
  );
  const sorted = ["de Vries", "Émile", "Zoe"];
  expect(people.map(({ name }) => name)).toEqual(sorted);
  expect(slips.map(({ name }) => name)).toEqual(sorted);
});

test("it is said who has an address already, and a newer one ends it", async () => {
  const [id = ""] = await newcomers(1);
  const earlier = await makeLink(open.database, { purpose: "set-password", personId: id });
  const [person] = (await peopleToAddress(open.database)).people;
  expect(person?.openUntil?.getTime()).toBeGreaterThan(Date.now());
  await addressAll(open.database, actor, [id]);
  expect(await opens(earlier)).toBeNull();
  const later = new Date(Date.now() + 8 * 24 * 3_600_000);
  expect((await peopleToAddress(open.database, later)).people[0]?.openUntil).toBeNull();
});

test("of a long list five hundred come at once, and it is said that there are more", async () => {
  const ids = await newcomers(501);
  const { people, more } = await peopleToAddress(open.database);
  expect([people.length, more]).toEqual([500, true]);
  expect(await addressAll(open.database, actor, ids)).toHaveLength(500);
  const { waiting } = await listPeople(open.database, { words: "", standing: "active", page: 1 });
  expect(waiting).toBe(501);
});

test("an administrator is not told of a session that was idle for too long", async () => {
  const { id } = await anAccount(open.database);
  await startSession(open.database, id, { shared: true });
  expect((await findPerson(open.database, id))?.sessions).toHaveLength(1);
  await open.database.session.updateMany({
    data: { lastSeenAt: new Date(Date.now() - 11 * 60_000) },
  });
  expect((await findPerson(open.database, id))?.sessions).toEqual([]);
});

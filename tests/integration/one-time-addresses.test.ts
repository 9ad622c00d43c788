import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeSetupToken, setUpFirstAdmin, setupIsOpen } from "~/server/people/first-admin.server";
import { invite } from "~/server/people/invitation.server";
import { findLink, makeLink } from "~/server/people/one-time-link.server";
import { addAdmin, passwordAddressFor } from "~/server/people/operator.server";
import { setPasswordByLink } from "~/server/people/set-password.server";
import { findSignedIn, startSession } from "~/server/people/session.server";
import { signIn } from "~/server/people/sign-in.server";
import { accountPassword, anAccount } from "tests/factories/an-account";
import { aDatabase, type TestDatabase } from "tests/setup/database";

const folder = mkdtempSync(join(tmpdir(), "rapport-mail-"));
vi.stubEnv("DATABASE_URL", `file:${join(folder, "rapport.db")}`);
vi.stubEnv("SESSION_SECRET", "a secret for tests, and only for tests");
vi.stubEnv("APP_URL", "https://rapport.example.org");
vi.stubEnv("LOG_LEVEL", "silent");

let open: TestDatabase;
beforeEach(async () => {
  open = await aDatabase();
});
afterEach(async () => {
  vi.useRealTimers();
  await open.close();
});

const address = "192.0.2.1";
const hour = 60 * 60_000;
const tokenOf = (whole: string) => whole.split("/").at(-1) ?? "";

function firstAdmin(token: string, email = "ada@example.test") {
  const person = { token, email, name: "Ada", password: accountPassword, address };
  return setUpFirstAdmin(open.database, person);
}

test("the first administrator is set up once, by an address that the database does not hold", async () => {
  const token = (await makeSetupToken(open.database)) ?? "";
  const { id: stored } = await open.database.oneTimeLink.findFirstOrThrow();
  expect(stored).not.toContain(token);
  expect(await setupIsOpen(open.database, token)).toBe(true);
  expect(await firstAdmin(token)).toHaveProperty("id");
  expect(await setupIsOpen(open.database, token)).toBe(false);
  expect(await firstAdmin(token, "eve@example.test")).toBeNull();
  expect(await makeSetupToken(open.database)).toBeNull();
  const form = { email: "ada@example.test", password: accountPassword, shared: false };
  expect((await signIn(open.database, form, { address })).ok).toBe(true);
});

test("two who open the set-up address at once do not both become administrator", async () => {
  const token = (await makeSetupToken(open.database)) ?? "";
  const done = await Promise.all([firstAdmin(token), firstAdmin(token, "eve@example.test")]);
  expect(done.filter((one) => one !== null)).toHaveLength(1);
  expect(await open.database.person.count()).toBe(1);
});

test("each start makes the address of the one before void, and a day does too", async () => {
  const first = (await makeSetupToken(open.database)) ?? "";
  const second = (await makeSetupToken(open.database)) ?? "";
  expect(await setupIsOpen(open.database, first)).toBe(false);
  vi.useFakeTimers({ now: Date.now() + 23 * hour, toFake: ["Date"] });
  expect(await setupIsOpen(open.database, second)).toBe(true);
  vi.setSystemTime(Date.now() + 2 * hour);
  expect(await setupIsOpen(open.database, second)).toBe(false);
});

test("the first administrator cannot take somebody's e-mail address", async () => {
  const { email } = await anAccount(open.database);
  const token = (await makeSetupToken(open.database)) ?? "";
  expect(await firstAdmin(token, email)).toBe("taken");
  expect(await firstAdmin(token)).toHaveProperty("id");
});

test("a password set by an address ends every session, and the address with it", async () => {
  const { id, email } = await anAccount(open.database);
  const cookie = (await startSession(open.database, id, { shared: false })).split(";")[0] ?? "";
  const visit = new Request("http://localhost/", { headers: { cookie } });
  expect(await findSignedIn(open.database, visit)).not.toBeNull();
  const token = await makeLink(open.database, { purpose: "set-password", personId: id });
  const password = "quiet harbour at seven";
  expect(await setPasswordByLink(open.database, { token, password, address })).toBe(id);
  expect(await findSignedIn(open.database, visit)).toBeNull();
  expect(await setPasswordByLink(open.database, { token, password, address })).toBeNull();
  const oldOne = { email, password: accountPassword, shared: false };
  expect((await signIn(open.database, oldOne, { address })).ok).toBe(false);
  expect((await signIn(open.database, { ...oldOne, password }, { address })).ok).toBe(true);
  const entry = await open.database.auditEntry.findFirstOrThrow({
    where: { action: "password.set" },
  });
  expect(entry).toMatchObject({ subject: `person:${id}`, address });
});

test("who was locked out by tries comes in with the new password", async () => {
  const { id, email } = await anAccount(open.database);
  const wrong = { email, password: "wrong", shared: false };
  for (let turn = 0; turn < 11; turn += 1)
    await signIn(open.database, wrong, { address: "192.0.2.9" });
  const token = await makeLink(open.database, { purpose: "set-password", personId: id });
  const password = "quiet harbour at seven";
  await setPasswordByLink(open.database, { token, password, address });
  expect((await signIn(open.database, { ...wrong, password }, { address })).ok).toBe(true);
});

test("the address of somebody deactivated, a newer one's predecessor and nonsense open nothing", async () => {
  const { id } = await anAccount(open.database);
  const first = await makeLink(open.database, { purpose: "set-password", personId: id });
  const second = await makeLink(open.database, { purpose: "set-password", personId: id });
  expect(await findLink(open.database, "set-password", first)).toBeNull();
  expect(await findLink(open.database, "first-admin", second)).toBeNull();
  expect(await findLink(open.database, "set-password", "nonsense")).toBeNull();
  expect(await findLink(open.database, "set-password", second)).not.toBeNull();
  await open.database.person.update({ where: { id }, data: { deactivatedAt: new Date() } });
  expect(await findLink(open.database, "set-password", second)).toBeNull();
});

test("an invitation is mailed to a folder where no SMTP_URL is set", async () => {
  const person = await anAccount(open.database, { passwordHash: null });
  const actor = { id: null, address };
  const { address: whole, delivery } = await invite(open.database, actor, person);
  expect(delivery).toBe("kept");
  expect(whole).toMatch(/^https:\/\/rapport\.example\.org\/set-password\/[\w-]{43}$/);
  expect(await findLink(open.database, "set-password", tokenOf(whole))).not.toBeNull();
  const [file = ""] = readdirSync(join(folder, "mail"));
  const text = readFileSync(join(folder, "mail", file), "utf8").replaceAll("=\n", "");
  expect(text).toContain(`To: ${person.email}`);
  expect(text).toContain("From: Rapport <no-reply@rapport.example.org>");
  expect(text).toContain(tokenOf(whole));
});

test("an operator adds an administrator from the command line, and gets an address", async () => {
  const added = await addAdmin(open.database, " Ada@Example.test", "Ada Admin");
  expect(
    added.ok && (await findLink(open.database, "set-password", tokenOf(added.value))),
  ).toMatchObject({ person: { email: "ada@example.test", name: "Ada Admin" } });
  expect(await addAdmin(open.database, "no address", "Ada")).toMatchObject({ ok: false });
});

test("an operator makes somebody who is there an administrator, and lets them in again", async () => {
  const { id, email } = await anAccount(open.database);
  await open.database.person.update({ where: { id }, data: { deactivatedAt: new Date() } });
  expect((await addAdmin(open.database, email, "Whoever")).ok).toBe(true);
  const person = await open.database.person.findUniqueOrThrow({
    where: { id },
    include: { roles: true },
  });
  expect(person).toMatchObject({ deactivatedAt: null, roles: [{ role: "admin" }] });
  expect((await passwordAddressFor(open.database, email.toUpperCase())).ok).toBe(true);
  expect((await passwordAddressFor(open.database, "nobody@example.test")).ok).toBe(false);
});

test("an operator makes no address that would open nothing", async () => {
  const { id, email } = await anAccount(open.database);
  await open.database.person.update({ where: { id }, data: { deactivatedAt: new Date() } });
  expect(await passwordAddressFor(open.database, email)).toMatchObject({
    ok: false,
    problem: expect.stringContaining("deactivated") as string,
  });
  expect(await open.database.oneTimeLink.count()).toBe(0);
});

import { afterAll, expect, test, vi } from "vitest";
import { action as importPeople } from "~/routes/admin.people.import";
import { peopleToAddress } from "~/server/people/address-list.server";
import { finishInviting, inviteAll } from "~/server/people/invite-all.server";
import { anAccount } from "tests/factories/an-account";
import { call, cookieOf } from "tests/setup/request";
import { servedContent } from "tests/setup/served-content";
import { anSmtpServer } from "tests/setup/smtp-server";

const mailServer = await anSmtpServer((address) => !address.startsWith("nobody"));
afterAll(() => mailServer.close());
vi.stubEnv("SMTP_URL", mailServer.url);
const { database } = await servedContent();
const admin = await anAccount(database, { roles: ["admin"] });

const newcomer = (email: string) => anAccount(database, { email, passwordHash: null });

/** Whoever is ticked where addresses are made, because they have none. */
async function unaddressed(): Promise<string[]> {
  const { people } = await peopleToAddress(database);
  return people.filter(({ openUntil }) => openUntil === null).map(({ email }) => email);
}

test("of a list that is mailed, those whose mail was not taken are left without an address", async () => {
  const cookie = await cookieOf(database, admin.id);
  const list = "Ana, ana@example.test\nBen, nobody@example.test\nCem, cem@example.test";
  const form = { list, mail: "on", intent: "add" };
  const answer = await call(importPeople, { path: "/", params: {}, form }, cookie);
  expect(await answer.json()).toEqual({ added: 3, mailed: "sent" });
  const taken = ["ana@example.test", "cem@example.test"];
  await expect.poll(() => mailServer.taken, { timeout: 20_000 }).toEqual(taken);
  await finishInviting();
  expect(await unaddressed()).toEqual(["nobody@example.test"]);
});

test("a stop lets the mail that is under way go out, and begins no other", async () => {
  const first = await newcomer("first@example.test");
  const second = await newcomer("second@example.test");
  inviteAll(database, { id: admin.id, address: null }, [first, second]);
  await finishInviting();
  expect(mailServer.taken).toContain("first@example.test");
  expect(mailServer.taken).not.toContain("second@example.test");
  expect(await unaddressed()).toContain("second@example.test");
  expect(await unaddressed()).not.toContain("first@example.test");
});

import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { afterAll, expect, test, vi } from "vitest";
import { action } from "~/routes/admin.people.new";
import { anAccount } from "tests/factories/an-account";
import { call, cookieOf } from "tests/setup/request";
import { servedContent } from "tests/setup/served-content";

/** A mail server that takes the call and says nothing, until it is told to hang up. */
const callers: Socket[] = [];
const mute = createServer((caller) => void callers.push(caller)).listen(0, "127.0.0.1");
await once(mute, "listening");
const { port } = mute.address() as AddressInfo;
vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${String(port)}`);
const { database } = await servedContent();
const { id } = await anAccount(database, { roles: ["admin"] });
const cookie = await cookieOf(database, id);

function hangUp(): void {
  for (const caller of callers) caller.destroy();
}
afterAll(() => {
  hangUp();
  mute.close();
});

interface Added {
  readonly added: { readonly name: string };
  readonly invitation: { readonly address: string; readonly delivery: string };
}

async function added(email: string): Promise<Added> {
  const form = { name: "Ana Moreira", email, startDate: "2026-12-01", timeZone: "Europe/Lisbon" };
  const answer = await call(action, { path: "/admin/people/new", params: {}, form }, cookie);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Added;
}

test("a mail server that says nothing holds up nobody who adds a person", async () => {
  const began = performance.now();
  const { invitation } = await added("ana@example.test");
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(invitation.address).toMatch(/\/set-password\/[\w-]{43}$/);
  expect(invitation.delivery).toBe("waiting");
  expect(callers).toHaveLength(1);
  expect(await database.person.count({ where: { email: "ana@example.test" } })).toBe(1);
});

test("a mail server that hangs up is told of, beside the address to give by hand", async () => {
  mute.on("connection", hangUp);
  const { invitation } = await added("ben@example.test");
  expect(invitation.delivery).toBe("failed");
  expect(invitation.address).toMatch(/\/set-password\/[\w-]{43}$/);
});

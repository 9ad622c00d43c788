import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { accountPassword, anAccount } from "tests/factories/an-account";
import { aDatabase, type TestDatabase } from "tests/setup/database";

let open: TestDatabase;
let email = "";

beforeAll(async () => {
  open = await aDatabase();
  vi.stubEnv("DATABASE_URL", open.url);
  vi.stubEnv("SESSION_SECRET", "a secret for tests, and only for tests");
  vi.stubEnv("LOG_LEVEL", "silent");
  email = (await anAccount(open.database)).email;
});
afterAll(() => open.close());

const context = { nonce: "", requestId: "test-request", address: "192.0.2.1" };

async function post(body: URLSearchParams | string, type?: string): Promise<Response> {
  const { action } = await import("~/routes/login");
  const request = new Request("http://localhost:3000/login?next=/me", {
    method: "POST",
    body,
    ...(type === undefined ? {} : { headers: { "content-type": type } }),
  });
  try {
    return await action({ request, params: {}, context });
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

function signInAs(fields: Record<string, string>): Promise<Response> {
  return post(new URLSearchParams(fields));
}

test("a sign-in leads to where the person wanted to go", async () => {
  const reply = await signInAs({ email, password: accountPassword });
  expect(reply.status).toBe(302);
  expect(reply.headers.get("location")).toBe("/me");
});

test("a form without its fields comes back with a sentence for each", async () => {
  const reply = await signInAs({});
  expect(reply.status).toBe(400);
  expect(await reply.json()).toMatchObject({
    error: { email: ["Enter an e-mail address"], password: ["Enter your password"] },
  });
});

test("an over-long password is refused before it costs anything", async () => {
  const reply = await signInAs({ email, password: "x".repeat(3000) });
  expect(reply.status).toBe(400);
  const text = await reply.text();
  expect(text).toContain("longer than any password here");
  expect(text).not.toContain("xxx");
});

test("a password never comes back to the page", async () => {
  const reply = await signInAs({ email, password: "not the password" });
  const text = await reply.text();
  expect(reply.status).toBe(400);
  expect(text).toContain(email);
  expect(text).not.toContain("not the password");
});

test("what is no form is refused before it is read", async () => {
  const reply = await post(JSON.stringify({ email }), "application/json");
  expect(reply.status).toBe(400);
});

test("with a database that cannot be written, the form comes back with a sentence and what was typed", async () => {
  const { db } = await import("~/server/db.server");
  await db().$queryRawUnsafe("PRAGMA query_only = 1");
  const reply = await signInAs({ email, password: accountPassword });
  await db().$queryRawUnsafe("PRAGMA query_only = 0");
  const text = await reply.text();
  expect(reply.status).toBe(503);
  expect(text).toContain("can be read just now, but not written");
  expect(text).toContain(email);
  expect(text).not.toContain(accountPassword);
});

test("a loader that breaks answers with a number to ask about, and nothing else", async () => {
  const { open: openDoor } = await import("~/server/people/guard.server");
  const loader = openDoor(() => {
    throw new Error("the secret is swordfish");
  });
  const request = new Request("http://localhost:3000/");
  const thrown: unknown = await loader({ request, params: {}, context }).catch(
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(Response);
  const reply = thrown as Response;
  expect(reply.status).toBe(500);
  expect(await reply.json()).toEqual({ reason: "broken", requestId: "test-request" });
});

test("the sign-in page says that there is no administrator yet, and only then", async () => {
  const { loader } = await import("~/routes/login");
  const request = new Request("http://localhost:3000/login?next=/me");
  const standing = async () => (await loader({ request, params: {}, context })).json();
  expect(await standing()).toEqual({ returning: false, waiting: true, sent: null });
  await anAccount(open.database, { roles: ["admin"] });
  expect(await standing()).toEqual({ returning: true, waiting: false, sent: null });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "~/server/db.server";
import { aPerson } from "tests/factories/a-person";
import { anAccount } from "tests/factories/an-account";
import { aPlayground, type Playground } from "tests/setup/playground";
import { call, cookieOf, type Handler } from "tests/setup/request";

let ground: Playground;
let page: { loader: Handler };
let cookie: string;
beforeAll(async () => {
  ground = await aPlayground();
  process.env["SESSION_SECRET"] = "a secret for tests, and only for tests";
  page = await import("~/routes/admin._index");
  const admin = await anAccount(ground.database, { roles: ["admin"] });
  cookie = await cookieOf(ground.database, admin.id);
  for (let one = 0; one < 51; one += 1) await aPerson(ground.database, { name: "Kim Reader" });
});
afterAll(async () => {
  await db().$disconnect();
  await ground.close();
});

const list = (path: string) => call(page.loader, { path, params: {} }, cookie);

test("a page beyond the last leads to the last one, with what was searched for", async () => {
  const answer = await list("/admin?q=Kim&page=9");
  expect(answer.status).toBe(302);
  const last = answer.headers.get("location") ?? "";
  expect(new URL(last, "http://localhost").searchParams.get("q")).toBe("Kim");
  expect(await (await list(last)).json()).toMatchObject({ page: 2, people: [{}] });
});

test("where nobody is found the first page says so, whichever was asked for", async () => {
  const answer = await list("/admin?q=nobody-of-that-name&page=9");
  const first = await list(answer.headers.get("location") ?? "");
  expect(await first.json()).toMatchObject({ found: 0, page: 1, people: [] });
});

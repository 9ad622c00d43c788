import { afterAll, beforeAll, expect, test } from "vitest";
import { catalogue, loadContent } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { accountPassword, anAccount } from "tests/factories/an-account";
import { aChoice, aScene, prose } from "tests/factories/scenario";
import { twoMoments } from "tests/factories/two-moments";
import { aPlayground, Play, type Playground } from "tests/setup/playground";
import { call, cookieOf, type Handler } from "tests/setup/request";

let ground: Playground;
let attempt: { loader: Handler; action: Handler };
let lesson: { loader: Handler; action: Handler };
let login: { action: Handler };
let share: { action: Handler };
beforeAll(async () => {
  ground = await aPlayground();
  process.env["SESSION_SECRET"] = "a secret for tests, and only for tests";
  await loadContent();
  attempt = await import("~/routes/attempts.$id");
  lesson = await import("~/routes/courses.$course.$lesson");
  login = await import("~/routes/login");
  share = await import("~/routes/attempts.$id_.replay");
});
afterAll(async () => {
  await db().$disconnect();
  await ground.close();
});

type Account = Awaited<ReturnType<typeof anAccount>>;

/** The cookie of a session that has run out. */
async function spentCookie({ id }: Account): Promise<string> {
  const cookie = await cookieOf(ground.database, id);
  await ground.database.session.updateMany({
    where: { personId: id },
    data: { expiresAt: new Date(Date.now() - 60_000) },
  });
  return cookie;
}

/** Signs in, and gives what the browser then sends: the session, and whether to look. */
async function signIn({ email }: Account): Promise<string> {
  const form = { email, password: accountPassword };
  const answer = await call(login.action, { path: "/login?next=/x", params: {}, form }, null);
  expect(answer.headers.get("location")).toBe("/x");
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .join("; ");
}

function withReply() {
  const row = aChoice({ id: "row", text: prose("In your own words."), target: "second" });
  const reply = { prompt: "What do you say?", rows: [{ ...row, phrases: [], unless: [] }] };
  return twoMoments({
    scenes: [
      aScene({ reply: { ...reply, at: { line: 1, column: 1 } } }),
      aScene({ id: "second", choices: [aChoice({ id: "promise", text: prose("Promise.") })] }),
    ],
  });
}

async function begun() {
  const person = await anAccount(ground.database);
  const play = await Play.begin(ground, await ground.publish(withReply()), "official", person);
  const there = { path: `/attempts/${play.attemptId}`, params: { id: play.attemptId } };
  return { person, play, there };
}

const words = "My very own words, typed for a while";
const rows = (personId: string) => ground.database.keptForm.count({ where: { personId } });

test("a reply typed after the sign-in ran out is in its field again, and then goes on record", async () => {
  const { person, play, there } = await begun();
  const form = { seq: "1", key: "k", reply: words };
  const sent = await call(attempt.action, { ...there, form }, await spentCookie(person));
  expect(sent.status).toBe(302);
  expect(sent.headers.get("location")).toBe(
    `/login?next=${encodeURIComponent(there.path)}&sent=kept`,
  );
  expect([...sent.headers.values()].join()).not.toContain("very own");
  expect(await play.events()).toHaveLength(1);
  const cookie = await signIn(person);
  for (const look of ["first", "again"]) {
    const page = await call(attempt.loader, there, cookie);
    expect(await page.json(), look).toMatchObject({ kept: { typed: words, choice: null } });
  }
  expect((await call(attempt.action, { ...there, form }, cookie)).status).toBe(303);
  expect(await rows(person.id)).toBe(0);
  expect(await (await call(attempt.loader, there, cookie)).json()).toMatchObject({ kept: null });
  expect(await play.events()).toHaveLength(2);
});

test("a choice pressed after the sign-in ran out is marked at the very moment, and counts when pressed", async () => {
  const { person, play, there } = await begun();
  const choice = (await play.look()).choices[0]?.value ?? "";
  const form = { seq: "1", key: "k", choice };
  await call(attempt.action, { ...there, form }, await spentCookie(person));
  const page = await call(attempt.loader, there, await signIn(person));
  expect(await page.json()).toMatchObject({ kept: { typed: null, choice }, view: { seq: 1 } });
  expect(await play.events()).toHaveLength(1);
});

test("where the conversation went on meanwhile, what was written is told and not put in another moment", async () => {
  const { person, play, there } = await begun();
  const form = { seq: "1", key: "k", reply: words };
  await call(attempt.action, { ...there, form }, await spentCookie(person));
  await play.write({ seq: 1, words: "Something else" });
  const page = await call(attempt.loader, there, await signIn(person));
  expect(await page.json()).toMatchObject({
    kept: { typed: null, sentence: expect.stringContaining(words) as string },
  });
});

test("whoever else signs in at the same machine sees nothing of it, and it waits for its owner", async () => {
  const { person, there } = await begun();
  const id = (catalogue().lessons[0]?.definition.id ?? "").split("/");
  const page = {
    path: `/courses/${id.join("/")}`,
    params: { course: id[0] ?? "", lesson: id[1] ?? "" },
  };
  const spent = await spentCookie(person);
  const form = { "goal-when": words, "goal-will": "listen" };
  await call(lesson.action, { ...page, form }, spent);
  await call(attempt.action, { ...there, form: { seq: "1", key: "k", reply: words } }, spent);
  const other = await anAccount(ground.database);
  const others = `${await signIn(other)}; rapport-kept=${(await signIn(person)).split("rapport-kept=")[1] ?? ""}`;
  expect(await (await call(lesson.loader, page, others)).text()).not.toContain("very own");
  expect((await call(attempt.loader, there, others)).status).toBe(404);
  const own = await call(lesson.loader, page, await signIn(person));
  expect(await own.json()).toMatchObject({ kept: { form: "goal", typed: form } });
});

test("a session that was ended on purpose keeps nothing, and neither does a stranger", async () => {
  const { person, there } = await begun();
  const cookie = await spentCookie(person);
  await ground.database.session.deleteMany({ where: { personId: person.id } });
  const form = { seq: "1", key: "k", reply: words };
  for (const who of [cookie, null, "rapport=forged"]) {
    const sent = await call(attempt.action, { ...there, form }, who);
    expect(sent.headers.get("location")).toMatch(/^\/login\?next=.*&sent=lost$/);
  }
  expect(await rows(person.id)).toBe(0);
});

test("only forms whose pages show them again are kept, within a size, and for a day", async () => {
  const { person, there } = await begun();
  const spent = await spentCookie(person);
  const audience = { audience: "manager", sharing: "share" };
  await call(share.action, { ...there, form: audience }, spent);
  const long = { seq: "1", key: "k", reply: "x".repeat(40_000) };
  await call(attempt.action, { ...there, form: long }, spent);
  expect(await rows(person.id)).toBe(0);
  const form = { seq: "1", key: "k", reply: words, password: "not to be kept" };
  await call(attempt.action, { ...there, form }, spent);
  const row = await ground.database.keptForm.findFirstOrThrow({ where: { personId: person.id } });
  expect(row.fields).not.toContain("not to be kept");
  const cookie = await signIn(person);
  await ground.database.keptForm.updateMany({
    data: { at: new Date(Date.now() - 25 * 3_600_000) },
  });
  expect(await (await call(attempt.loader, there, cookie)).json()).toMatchObject({ kept: null });
});

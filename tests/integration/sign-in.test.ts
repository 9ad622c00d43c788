import { hash } from "@node-rs/argon2";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ownData } from "~/server/learning/own-data.server";
import {
  endOwnSessions,
  endSessionsOf,
  findSignedIn,
  sessionsOf,
  startSession,
} from "~/server/people/session.server";
import { refusalSentence, signIn } from "~/server/people/sign-in.server";
import { countedAddress } from "~/server/people/sign-in-limits.server";
import { accountPassword, anAccount } from "tests/factories/an-account";
import { cpuMilliseconds } from "tests/setup/cpu-time";
import { aDatabase, type TestDatabase } from "tests/setup/database";

vi.stubEnv("SESSION_SECRET", "a secret for tests, and only for tests");
vi.stubEnv("LOG_LEVEL", "silent");

let open: TestDatabase;
beforeEach(async () => {
  open = await aDatabase();
});
afterEach(() => open.close());

function attempt(email: string, password: string, address = "192.0.2.1") {
  return signIn(open.database, { email, password, shared: false }, { address });
}

async function cookieOf(email: string, shared = false): Promise<string> {
  const form = { email, password: accountPassword, shared };
  const signedIn = await signIn(open.database, form, { address: "192.0.2.1" });
  if (!signedIn.ok) throw new Error(signedIn.problem.sentence);
  return signedIn.value;
}

function visit(cookie: string): Request {
  return new Request("http://localhost/", { headers: { cookie: cookie.split(";")[0] ?? "" } });
}

const minute = 60_000;
const day = 24 * 60 * minute;

test("the right password signs in, and the cookie finds the person and their roles", async () => {
  const { email, id } = await anAccount(open.database, { roles: ["trainer", "admin"] });
  const cookie = await cookieOf(email);
  expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
  expect(await findSignedIn(open.database, visit(cookie))).toMatchObject({
    id,
    email,
    roles: ["learner", "trainer", "admin"],
    timeZone: "Europe/Lisbon",
    startDate: "2026-11-02",
  });
});

test("unknown, wrong, deactivated and without a password: the same sentence", async () => {
  const known = await anAccount(open.database);
  const gone = await anAccount(open.database);
  await open.database.person.update({
    where: { id: gone.id },
    data: { deactivatedAt: new Date() },
  });
  const without = await anAccount(open.database, { passwordHash: null });
  const answers = await Promise.all([
    attempt("nobody@example.test", accountPassword),
    attempt(known.email, "not the password"),
    attempt(gone.email, accountPassword),
    attempt(without.email, accountPassword),
  ]);
  const refused = { ok: false, problem: { status: 400, sentence: refusalSentence } };
  expect(answers).toEqual([refused, refused, refused, refused]);
});

test("an unknown address costs as much work as a known one", async () => {
  const { email } = await anAccount(open.database);
  const timed = async (address: string, from: string) => {
    const began = process.cpuUsage();
    await attempt(address, "not the password", from);
    return cpuMilliseconds(began);
  };
  await timed(email, "192.0.2.8");
  const median = (times: number[]) => times.sort((a, b) => a - b)[2] ?? 0;
  const known: number[] = [];
  const unknown: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    known.push(await timed(email, "192.0.2.9"));
    unknown.push(await timed("nobody@example.test", "192.0.2.9"));
  }
  expect(median(unknown)).toBeGreaterThan(median(known) * 0.5);
});

test("the eleventh try on an account waits, also with the right password, and says how long", async () => {
  const { email } = await anAccount(open.database);
  for (let turn = 0; turn < 10; turn += 1) await attempt(email, "wrong", `192.0.2.${turn}`);
  const answer = await attempt(email, accountPassword, "192.0.2.77");
  expect(answer).toMatchObject({ ok: false, problem: { status: 429 } });
  expect(answer.ok ? "" : answer.problem.sentence).toMatch(/Too many tries\. Wait 15 minutes/);
});

test("tries at once are all counted", async () => {
  const { email } = await anAccount(open.database);
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, turn) => attempt(email, "wrong", `198.51.100.${turn}`)),
  );
  const judged = answers.filter((answer) => !answer.ok && answer.problem.status === 400);
  expect(judged).toHaveLength(10);
});

test("of IPv6 a whole network counts as one address", () => {
  expect(countedAddress("2001:db8:1:2:aaaa::1")).toBe("2001:db8:1:2::/64");
  expect(countedAddress("2001:0DB8:1:2:bbbb:1:2:3")).toBe("2001:db8:1:2::/64");
  expect(countedAddress("2001:db8::1")).toBe("2001:db8:0:0::/64");
  expect(countedAddress("::1")).toBe("0:0:0:0::/64");
  expect(countedAddress("::ffff:192.0.2.1")).toBe("192.0.2.1");
  expect(countedAddress("192.0.2.1")).toBe("192.0.2.1");
  expect(countedAddress("unknown")).toBe("unknown");
});

test("one address may not try account after account", async () => {
  await open.database.rateLimiterFlexible.create({
    data: {
      key: "sign-in-address:192.0.2.5",
      points: 100,
      expire: new Date(Date.now() + 5 * minute),
    },
  });
  expect(await attempt("nobody@example.test", "wrong", "192.0.2.5")).toMatchObject({
    problem: { status: 429 },
  });
  expect(await attempt("nobody@example.test", "wrong", "192.0.2.6")).toMatchObject({
    problem: { status: 400 },
  });
});

test("a success forgets the tries before it", async () => {
  const { email } = await anAccount(open.database);
  for (let turn = 0; turn < 9; turn += 1) await attempt(email, "wrong");
  expect((await attempt(email, accountPassword)).ok).toBe(true);
  for (let turn = 0; turn < 9; turn += 1) await attempt(email, "wrong");
  expect((await attempt(email, accountPassword)).ok).toBe(true);
});

test("a hash made with another cost is made anew at the next sign-in", async () => {
  const old = await hash(accountPassword, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  const { email, id } = await anAccount(open.database, { passwordHash: old });
  expect((await attempt(email, accountPassword)).ok).toBe(true);
  const { passwordHash } = await open.database.person.findUniqueOrThrow({ where: { id } });
  expect(passwordHash).toContain("$m=19456,t=2,p=1$");
  expect((await attempt(email, accountPassword)).ok).toBe(true);
});

test("on a shared computer the session is over after ten idle minutes, and the cookie with the browser", async () => {
  const { email } = await anAccount(open.database);
  const cookie = await cookieOf(email, true);
  expect(cookie).not.toMatch(/Max-Age|Expires/);
  const now = Date.now();
  expect(await findSignedIn(open.database, visit(cookie), now + 9 * minute)).not.toBeNull();
  expect(await findSignedIn(open.database, visit(cookie), now + 18 * minute)).not.toBeNull();
  expect(await findSignedIn(open.database, visit(cookie), now + 29 * minute)).toBeNull();
});

test("elsewhere a session is over after fourteen idle days, and after ninety however busy", async () => {
  const { email } = await anAccount(open.database);
  const cookie = await cookieOf(email);
  const now = Date.now();
  expect(await findSignedIn(open.database, visit(cookie), now + 15 * day)).toBeNull();
  for (let passed = 10; passed < 90; passed += 10) {
    expect(await findSignedIn(open.database, visit(cookie), now + passed * day)).not.toBeNull();
  }
  expect(await findSignedIn(open.database, visit(cookie), now + 90 * day + minute)).toBeNull();
});

test.each([
  [`"expiresAt" = 'some day'`],
  [`"expiresAt" = X'FF'`],
  [`"lastSeenAt" = 'lately'`],
  [`"lastSeenAt" = X'FF'`],
  [`"idleMinutes" = 'many'`],
  [`"idleMinutes" = X'FF'`],
])("a session of which nobody can read when it ends is over: %s", async (edited) => {
  const { email } = await anAccount(open.database);
  const cookie = await cookieOf(email);
  await open.database.$executeRawUnsafe(`UPDATE "Session" SET ${edited}`);
  expect(await findSignedIn(open.database, visit(cookie))).toBeNull();
});

test("a cookie that was tampered with is nobody's", async () => {
  const { email } = await anAccount(open.database);
  const cookie = await cookieOf(email);
  const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
  const spoilt = [
    `${name}=`,
    `${name}=garbage`,
    `${name}=%E0%A4%A`,
    `${name}=${value.slice(0, -4)}AAAA`,
    `${name}=bnVsbA.${"x".repeat(4000)}`,
    `other=${value}`,
    "\u0001;;=;",
  ];
  for (const header of spoilt) {
    expect(await findSignedIn(open.database, visit(header)), header).toBeNull();
  }
});

test("a session that was ended, or whose person was deactivated, signs nobody in", async () => {
  const { email, id } = await anAccount(open.database);
  const first = await cookieOf(email);
  await endSessionsOf(open.database, id);
  expect(await findSignedIn(open.database, visit(first))).toBeNull();
  const second = await cookieOf(email);
  await open.database.person.update({ where: { id }, data: { deactivatedAt: new Date() } });
  expect(await findSignedIn(open.database, visit(second))).toBeNull();
});

test("the database holds nothing that signs anybody in", async () => {
  const { email } = await anAccount(open.database);
  const cookie = await cookieOf(email);
  const session = await open.database.session.findFirstOrThrow();
  expect(session.id).toMatch(/^[0-9a-f]{64}$/);
  expect(decodeURIComponent(cookie)).not.toContain(session.id);
});

test("a database that cannot be written does not sign readers out", async () => {
  const { email } = await anAccount(open.database);
  const cookie = await cookieOf(email, true);
  await open.database.$queryRawUnsafe("PRAGMA query_only = 1");
  const now = Date.now();
  for (const passed of [5, 10, 15, 20]) {
    const found = await findSignedIn(open.database, visit(cookie), now + passed * minute);
    expect(found?.email).toBe(email);
  }
  const { lastSeenAt } = await open.database.session.findFirstOrThrow();
  expect(lastSeenAt.getTime()).toBeLessThan(now + minute);
});

test("that a session is in use is noted at most once a minute", async () => {
  const { email } = await anAccount(open.database);
  const cookie = await cookieOf(email);
  const noted = vi.spyOn(open.database.session, "updateMany");
  const now = Date.now();
  for (const seconds of [1, 30, 61, 62, 90, 120, 122]) {
    await findSignedIn(open.database, visit(cookie), now + seconds * 1000);
  }
  expect(noted).toHaveBeenCalledTimes(2);
});

test("a person sees where they are signed in, and ends it everywhere else or everywhere", async () => {
  const { email, id } = await anAccount(open.database);
  const here = await cookieOf(email);
  const elsewhere = await cookieOf(email, true);
  const other = await anAccount(open.database);
  const others = await cookieOf(other.email);
  const signedIn = await findSignedIn(open.database, visit(here));
  expect(await sessionsOf(open.database, id)).toHaveLength(2);
  const later = new Date(Date.now() + 11 * minute);
  expect(await sessionsOf(open.database, id, later)).toHaveLength(1);

  const address = "192.0.2.1";
  const except = signedIn?.sessionId ?? "";
  expect(await endOwnSessions(open.database, { personId: id, except, address })).toBe(1);
  expect(await endOwnSessions(open.database, { personId: id, except, address })).toBe(0);
  expect(await findSignedIn(open.database, visit(elsewhere))).toBeNull();
  expect(await findSignedIn(open.database, visit(here))).not.toBeNull();
  await endOwnSessions(open.database, { personId: id, except: null, address });
  expect(await findSignedIn(open.database, visit(here))).toBeNull();
  expect(await findSignedIn(open.database, visit(others))).not.toBeNull();
  const entries = await open.database.auditEntry.findMany({
    where: { action: { startsWith: "sessions.ended" } },
  });
  expect(entries.every(({ actorId }) => actorId === id)).toBe(true);
  const actions = entries.map(({ action }) => action).sort();
  expect(actions).toEqual(["sessions.ended", "sessions.ended-elsewhere"]);
});

test("a session says with what somebody signed in, and keeps nothing else of the header", async () => {
  const { id } = await anAccount(open.database);
  const header = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  await startSession(open.database, id, { shared: false, userAgent: header });
  await startSession(open.database, id, { shared: true, userAgent: "a robot of Ana's" });
  await startSession(open.database, id, { shared: false });
  const devices = (await sessionsOf(open.database, id)).map(({ device }) => device);
  expect(devices.sort()).toEqual(["Firefox on Linux", null, null]);
  const { person } = await ownData(open.database, id, new Date());
  expect(person.sessions.map(({ device }) => device)).toContain("Firefox on Linux");
});

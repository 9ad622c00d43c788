import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { addedRoles, may, type Permission, type Role } from "~/core/access/policy";
import type * as Guard from "~/server/people/guard.server";
import { anAccount } from "tests/factories/an-account";
import { aDatabase, type TestDatabase } from "tests/setup/database";

/**
 * What each route is for. A route that is not in the table fails the test, so that nobody adds a
 * page without saying who may open it; who may is read from the table in core.
 */
type Door = Permission | "everyone";
interface Doors {
  readonly loader?: Door;
  readonly action?: Door;
}
const table: Readonly<Record<string, Doors>> = {
  "$.tsx": { loader: "everyone", action: "everyone" },
  "_index.tsx": { loader: "home.read" },
  "admin._index.tsx": { loader: "people.read" },
  "admin.audit.tsx": { loader: "audit.read" },
  "admin.audit[.]csv.ts": { loader: "audit.read" },
  "admin.people.$id.tsx": { loader: "people.read", action: "people.change" },
  "admin.people.$id_.erase.tsx": { loader: "people.erase", action: "people.erase" },
  "admin.people.addresses.tsx": { loader: "people.change", action: "people.change" },
  "admin.people.import.tsx": { loader: "people.change", action: "people.change" },
  "admin.people.new.tsx": { loader: "people.change", action: "people.change" },
  "attempts.$id.tsx": { loader: "attempt.read", action: "attempt.answer" },
  "attempts.$id_.replay.tsx": { loader: "attempt.read", action: "attempt.share" },
  "attempts.$id_.replay_.$moment.tsx": { loader: "attempt.read" },
  "content-assets.$revision.$.ts": { loader: "lesson.read" },
  "courses.$course.$lesson.tsx": { loader: "lesson.read", action: "lesson.answer" },
  "courses.$course._index.tsx": { loader: "course.read" },
  "courses._index.tsx": { loader: "course.read" },
  "goals.$id.review.ts": { loader: "home.read", action: "goal.review" },
  "health.ts": { loader: "everyone" },
  "lesson-modules.$hash[.]js.ts": { loader: "lesson.read" },
  "login.tsx": { loader: "everyone", action: "everyone" },
  "logout.ts": { loader: "everyone", action: "session.end" },
  "me.tsx": { loader: "own-record.read" },
  "me_.data.tsx": { loader: "own-record.read" },
  "me_.sessions.tsx": { loader: "own-record.read", action: "session.end" },
  "me_.record[.]json.ts": { loader: "own-record.read" },
  "ready.ts": { loader: "everyone" },
  "records.tsx": { loader: "records.read" },
  "records_.$id.tsx": { loader: "records.read", action: "completion.correct" },
  "records_.new.tsx": { loader: "completion.correct", action: "completion.correct" },
  "records[.]csv.ts": { loader: "records.read" },
  "scenarios.$slug.tsx": { loader: "scenario.read", action: "attempt.start" },
  "scenarios._index.tsx": { loader: "scenario.read" },
  "set-password.$token.tsx": { loader: "everyone", action: "everyone" },
  "setup.$token.tsx": { loader: "everyone", action: "everyone" },
  "shared-runs.tsx": { loader: "shared-runs.read" },
  "studio._index.tsx": { loader: "studio.read" },
  "studio.changes.ts": { loader: "studio.read" },
  "studio.files.$kind.$.tsx": { loader: "studio.preview" },
  "studio.guide.$.tsx": { loader: "studio.read" },
  "studio.lessons.$course.$lesson.tsx": { loader: "studio.preview", action: "studio.preview" },
  "studio.pictures.$revision.ts": { loader: "studio.preview" },
  "studio.publish.tsx": { loader: "content.publish", action: "content.publish" },
  "studio.revisions.$kind.$.tsx": { loader: "content.publish" },
  "studio.scenarios.$slug.tsx": { loader: "studio.preview" },
  "team_.runs.$id.tsx": { loader: "attempt.grant", action: "attempt.grant" },
  "team.tsx": { loader: "team.read" },
  "team_.$person.tsx": { loader: "team.read" },
};

type Handler = ReturnType<typeof Guard.open>;
type Module = Partial<Record<"loader" | "action", Handler>>;
const modules = Object.fromEntries(
  Object.entries(import.meta.glob("/app/routes/**/*.{ts,tsx}")).map(([path, load]) => [
    path.replace("/app/routes/", ""),
    load as () => Promise<Module>,
  ]),
);

const visitors = ["stranger", "learner", ...addedRoles] as const;
type Visitor = (typeof visitors)[number];

let open: TestDatabase;
const ids: Partial<Record<Visitor, string>> = {};
const params: Record<string, string> = {};

beforeAll(async () => {
  open = await aDatabase();
  vi.stubEnv("DATABASE_URL", open.url);
  vi.stubEnv("SESSION_SECRET", "a secret for tests, and only for tests");
  vi.stubEnv("LOG_LEVEL", "silent");
  ids.learner = (await anAccount(open.database)).id;
  for (const role of addedRoles) ids[role] = (await anAccount(open.database, { roles: [role] })).id;
  const { catalogue, loadContent } = await import("~/server/content/catalogue.server");
  await loadContent();
  const { lessons, scenarios } = catalogue();
  const [course = "", lesson = ""] = (lessons[0]?.definition.id ?? "").split("/");
  const slug = scenarios[0]?.definition.slug ?? "";
  Object.assign(params, { course, lesson, slug, id: ids.learner, token: "none", hash: "none" });
  Object.assign(params, {
    person: "none",
    moment: "1",
    revision: "none",
    kind: "courses",
    "*": "none",
  });
});
afterAll(() => open.close());

async function cookieOf(visitor: Visitor): Promise<string> {
  const id = ids[visitor];
  if (id === undefined) return "";
  const { db } = await import("~/server/db.server");
  const { startSession } = await import("~/server/people/session.server");
  return (await startSession(db(), id, { shared: false })).split(";")[0] ?? "";
}

/** Where a request ends: its status, and where it is sent to. */
async function outcome(handler: Handler, door: "loader" | "action", visitor: Visitor) {
  const stopped = new AbortController();
  const request = new Request("http://localhost:3000/somewhere?q=1", {
    method: door === "action" ? "POST" : "GET",
    headers: { cookie: await cookieOf(visitor) },
    signal: stopped.signal,
    ...(door === "action" ? { body: new URLSearchParams() } : {}),
  });
  const context = { nonce: "", requestId: "test", address: "192.0.2.1" };
  let reply: unknown;
  try {
    reply = await handler({ request, params, context });
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    reply = thrown;
  }
  stopped.abort();
  if (!(reply instanceof Response)) return { status: 200, to: null };
  return { status: reply.status, to: reply.headers.get("location") };
}

function rolesOf(visitor: Visitor): Role[] {
  return visitor === "stranger" || visitor === "learner" ? [] : [visitor];
}

/** To the sign-in page with the way back: signing out leads there without one. */
function isTurnedAway({ status, to }: { status: number; to: string | null }): boolean {
  return status === 403 || (to !== null && to.startsWith("/login?next="));
}

test("every route is in the table, with the loader and the action that it has", async () => {
  const found: Record<string, string[]> = {};
  for (const [file, load] of Object.entries(modules)) {
    const module = await load();
    found[file] = (["loader", "action"] as const).filter((door) => module[door] !== undefined);
  }
  const stated = Object.fromEntries(
    Object.entries(table).map(([file, doors]) => [file, Object.keys(doors)]),
  );
  expect(found).toEqual(stated);
});

const cases = Object.entries(table).flatMap(([file, doors]) =>
  (["loader", "action"] as const).flatMap((door) => {
    const needs = doors[door];
    return needs === undefined ? [] : visitors.map((visitor) => ({ file, door, visitor, needs }));
  }),
);

test.each(cases)("$visitor at the $door of $file, which is $needs", async (one) => {
  const { file, door, visitor, needs } = one;
  const handler = (await modules[file]?.())?.[door];
  if (handler === undefined) throw new Error(`${file} has no ${door}.`);
  const end = await outcome(handler, door, visitor);
  if (needs === "everyone") {
    expect(end.status).not.toBe(403);
    expect(end.to ?? "").not.toContain("next=");
  } else if (visitor === "stranger") {
    // Nothing is lost with a wish to sign out.
    const sent = needs === "session.end" ? "" : "&sent=lost";
    const next = door === "action" ? `%2Fsomewhere${sent}` : "%2Fsomewhere%3Fq%3D1";
    expect(end).toEqual({ status: 302, to: `/login?next=${next}` });
  } else if (may({ id: "x", roles: rolesOf(visitor) }, needs)) {
    expect(isTurnedAway(end)).toBe(false);
  } else {
    expect(end.status).toBe(403);
  }
  // Neither an empty form nor an id that is nobody's breaks anything.
  expect(end.status).toBeLessThan(500);
});

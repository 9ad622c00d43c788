/**
 * Text that is no UTF-8, put by hand into one cell after another: nobody's server ends, whoever it is
 * about gets a page, everybody else theirs, and the bytes stay what they are.
 */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { loadContent } from "~/server/content/catalogue.server";
import { aCompletion } from "tests/factories/a-completion";
import { anAccount } from "tests/factories/an-account";
import { twoMoments } from "tests/factories/two-moments";
import { each, whileDamaged, type Damage } from "tests/setup/damage";
import { withoutTriggers } from "tests/setup/database";
import { aPlayground, Play, type Playground } from "tests/setup/playground";
import { call, cookieOf, type Handler } from "tests/setup/request";

vi.stubEnv("SESSION_SECRET", "a secret for tests, and only for tests");

interface Viewer {
  readonly id: string;
}

let ground: Playground;
let owner: Viewer;
let colleague: Viewer;
let manager: Viewer;
let trainer: Viewer;
let admin: Viewer;
let play: Play;

async function everythingOf(personId: string): Promise<void> {
  const { database } = ground;
  const words = { personId, lessonId: "care/hear-first" };
  const goal = await database.goal.create({ data: { ...words, when: "it rings", will: "listen" } });
  await database.goalReview.create({ data: { personId, goalId: goal.id, outcome: "did" } });
  await database.reflection.create({ data: { ...words, reflectionId: "own", text: "Ah." } });
  await database.selfRating.create({
    data: { ...words, ratingId: "sure", prompt: "How sure?", sure: 3 },
  });
  await database.checkAnswer.create({
    data: { ...words, revisionHash: "r", checkId: "one", options: '["a"]', correct: true },
  });
  await database.keptForm.create({ data: { personId, path: "/x", fields: "{}" } });
  await database.assignment.create({
    data: { personId, pathSlug: "second", startDate: "2026-11-02" },
  });
  await database.attemptGrant.create({
    data: { personId, scenarioSlug: "parcel", authorId: manager.id, reason: "A bad line." },
  });
  const evidence = JSON.stringify([{ kind: "goal", id: goal.id }]);
  await aCompletion(database, { personId, evidence });
  const scenario = await ground.publish(twoMoments());
  play = await Play.begin(ground, scenario, "official", { id: personId, timeZone: "UTC" });
  await play.say("Ask her.");
  await play.say("Promise.");
  await database.attemptSharing.create({
    data: { attemptId: play.attemptId, audience: "trainer", words: true },
  });
}

beforeAll(async () => {
  ground = await aPlayground();
  await loadContent();
  const boss = await anAccount(ground.database, { roles: ["manager"] });
  manager = boss;
  owner = await anAccount(ground.database, { managerEmail: boss.email, team: "Front desk" });
  colleague = await anAccount(ground.database, { managerEmail: boss.email, team: "Front desk" });
  trainer = await anAccount(ground.database, { roles: ["trainer"] });
  admin = await anAccount(ground.database, { roles: ["admin"] });
  await everythingOf(owner.id);
  await withoutTriggers(ground.database);
  await ground.database.$executeRawUnsafe("PRAGMA foreign_keys = OFF");
});
afterAll(() => ground.close());

type Visit = readonly [path: string, by: () => Viewer, load: () => Promise<{ loader: Handler }>];

const visits: readonly Visit[] = [
  ["/", () => owner, () => import("~/routes/_index")],
  ["/courses", () => owner, () => import("~/routes/courses._index")],
  ["/scenarios", () => owner, () => import("~/routes/scenarios._index")],
  ["/attempts/x", () => owner, () => import("~/routes/attempts.$id")],
  ["/attempts/x/replay", () => owner, () => import("~/routes/attempts.$id_.replay")],
  ["/me", () => owner, () => import("~/routes/me")],
  ["/me/data", () => owner, () => import("~/routes/me_.data")],
  ["/me/record.json", () => owner, () => import("~/routes/me_.record[.]json")],
  ["/me/sessions", () => owner, () => import("~/routes/me_.sessions")],
  ["/", () => colleague, () => import("~/routes/_index")],
  ["/me", () => colleague, () => import("~/routes/me")],
  ["/scenarios", () => colleague, () => import("~/routes/scenarios._index")],
  ["/team", () => manager, () => import("~/routes/team")],
  ["/team/person", () => manager, () => import("~/routes/team_.$person")],
  ["/attempts/x/replay", () => trainer, () => import("~/routes/attempts.$id_.replay")],
  ["/shared-runs", () => trainer, () => import("~/routes/shared-runs")],
  ["/studio", () => trainer, () => import("~/routes/studio._index")],
  ["/records", () => trainer, () => import("~/routes/records")],
  ["/records.csv", () => trainer, () => import("~/routes/records[.]csv")],
  ["/admin", () => admin, () => import("~/routes/admin._index")],
  ["/admin/people/x", () => admin, () => import("~/routes/admin.people.$id")],
  ["/admin/people/x/erase", () => admin, () => import("~/routes/admin.people.$id_.erase")],
  ["/admin/audit", () => admin, () => import("~/routes/admin.audit")],
  ["/admin/audit.csv", () => admin, () => import("~/routes/admin.audit[.]csv")],
];

const cookies = new Map<string, string>();

/** The statuses of what each page answers: to the colleague, and to everybody. */
async function statuses() {
  const found = { colleague: "", all: "" };
  for (const [path, by, load] of visits) {
    const { loader } = await load();
    const params = {
      id: path.startsWith("/attempts") ? play.attemptId : owner.id,
      person: owner.id,
    };
    const answer = await call(loader, { path, params }, cookies.get(by().id) ?? "");
    await answer.text();
    const line = `${path} ${String(answer.status)}\n`;
    found.all += line;
    if (by() === colleague) found.colleague += line;
  }
  return found;
}

const mine = `"personId" = :owner`;

const damages: readonly Damage[] = [
  { table: "Team", whose: "1 = 1", columns: ["name"] },
  {
    table: "Person",
    whose: `"id" = :owner`,
    columns: [
      ...["email", "name", "passwordHash", "startDate", "timeZone", "teamId", "demo"],
      "createdAt",
    ],
  },
  { table: "Session", whose: mine, columns: ["createdAt", "device"] },
  { table: "KeptForm", whose: mine, columns: ["path", "fields", "at"] },
  { table: "Assignment", whose: mine, columns: ["id", "startDate", "assignedAt"] },
  { table: "Assignment", whose: mine, columns: ["pathSlug"] },
  {
    table: "Attempt",
    whose: mine,
    columns: ["scenarioSlug", "timeZone", "ending", "outcome", "announced", "openAs"],
  },
  { table: "AttemptEvent", whose: `"seq" = 1`, columns: ["key"] },
  { table: "AttemptSharing", whose: "1 = 1", columns: ["withId", "words", "at"] },
  {
    table: "AttemptGrant",
    whose: mine,
    columns: ["id", "scenarioSlug", "authorId", "reason", "at"],
  },
  { table: "CheckAnswer", whose: mine, columns: ["id", "lessonId", "checkId", "correct"] },
  { table: "CheckAnswer", whose: mine, columns: ["options", "at"] },
  { table: "Reflection", whose: mine, columns: ["id", "reflectionId", "text", "at"] },
  { table: "Reflection", whose: mine, columns: ["lessonId"] },
  { table: "Goal", whose: mine, columns: ["when", "will", "at"] },
  { table: "Goal", whose: mine, columns: ["id", "lessonId"] },
  { table: "GoalReview", whose: mine, columns: ["id", "outcome", "at"] },
  { table: "GoalReview", whose: mine, columns: ["goalId"] },
  { table: "SelfRating", whose: mine, columns: ["id", "ratingId", "prompt", "sure", "at"] },
  { table: "SelfRating", whose: mine, columns: ["lessonId"] },
  {
    table: "Completion",
    whose: mine,
    columns: ["title", "revisionHash", "rule", "because", "completedAt", "timeZone", "validUntil"],
  },
  { table: "Completion", whose: mine, columns: ["kind", "slug"] },
  {
    table: "Completion",
    whose: mine,
    columns: ["id", "evidence", "outcome", "requirement", "correctsId", "reason"],
  },
  {
    table: "AuditEntry",
    whose: `"subject" = 'person:' || :owner`,
    columns: ["id", "at", "action", "detail", "address"],
  },
  {
    table: "AuditEntry",
    whose: `"subject" = 'person:' || :owner`,
    columns: ["actorId", "subject"],
  },
];

/** What decides who may see something, or what it is of: there a page is refused, or leads elsewhere. */
const deciding: readonly Damage[] = [
  ...each("Person", `"id" = :owner`, ["managerId", "deactivatedAt", "erasedAt"]),
  ...each("PersonRole", `"personId" = :trainer`, ["role"]),
  ...each("Session", mine, ["lastSeenAt", "expiresAt", "idleMinutes"]),
  ...each("Attempt", mine, ["id", "personId", "revisionHash", "mode", "startedAt", "endedAt"]),
  ...each("AttemptEvent", `"seq" = 1`, ["attemptId", "seq", "payload", "at"]),
  ...each("AttemptSharing", "1 = 1", ["attemptId", "audience"]),
];

/** With the ids of the people in the place of their names. */
function about({ table, columns, whose }: Damage): Damage {
  const named = whose.replace(":owner", `'${owner.id}'`).replace(":trainer", `'${trainer.id}'`);
  return { table, columns, whose: named };
}

let sound = { colleague: "", all: "" };
beforeAll(async () => {
  for (const { id } of [owner, colleague, manager, trainer, admin]) {
    cookies.set(id, await cookieOf(ground.database, id));
  }
  sound = await statuses();
});

test("where nothing is damaged every page is there", () => {
  expect(sound.all.match(/ \d+$/gm)?.every((status) => status === " 200")).toBe(true);
});

test.each(damages)(
  "text that is no UTF-8 in $table ($columns) takes no page away, and stays as it is",
  async (damage) => {
    const { found, written, before, after } = await whileDamaged(
      ground.database,
      about(damage),
      statuses,
    );
    expect(written).toBeGreaterThan(0);
    expect(after).toEqual(before);
    expect(found).toEqual(sound);
  },
);

test.each(deciding)(
  "text that is no UTF-8 in $table ($columns) changes nothing for anybody whom it is not about",
  async (damage) => {
    const { found, written, before, after } = await whileDamaged(
      ground.database,
      about(damage),
      statuses,
    );
    expect(written).toBeGreaterThan(0);
    expect(after).toEqual(before);
    expect(found.colleague).toBe(sound.colleague);
    expect(found.all).not.toMatch(/ 5\d\d$/m);
  },
);

/** A database of so many learners with a history that replays: attempts, answers, completions. */
import { randomUUID } from "node:crypto";
import { replay } from "~/core/scenario/attempt";
import type { AttemptEvent } from "~/core/scenario/attempt-event";
import type { Scenario, Scene } from "~/core/scenario/definition";
import { choicesOnOffer, presentScene, rowsOpen, type PlayState } from "~/core/scenario/play";
import type { Database } from "~/server/db.server";
import type { Prisma } from "~/server/generated/prisma/client";

const teams = 5;
const attemptsEach = 8;
const chunk = 2000;

/** A small generator of our own, so that every run plays the same choices (mulberry32). */
function draws(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

interface Walk {
  readonly events: readonly AttemptEvent[];
  readonly ending: string;
  readonly outcome: string;
}

/** The answers that stand open: the choices on offer, and a reply that matches each row of a rubric. */
function answersOpen(scenario: Scenario, scene: Scene, state: PlayState): readonly AttemptEvent[] {
  return [
    ...choicesOnOffer(scenario, state).map(({ id }) => ({
      type: "choice.made" as const,
      scene: scene.id,
      choice: id,
    })),
    ...rowsOpen(scenario, state).map(({ id }) => ({
      type: "reply.typed" as const,
      scene: scene.id,
      row: id,
      phrase: null,
      words: "I hear you, and I will see to it today.",
    })),
  ];
}

/** One play to the end, at random. */
function walk(scenario: Scenario, draw: (below: number) => number): Walk {
  const events: AttemptEvent[] = [{ type: "attempt.started" }];
  for (;;) {
    const replayed = replay(scenario, events);
    if (!replayed.ok)
      throw new Error(`${scenario.slug} does not replay: ${replayed.problem.refusal.kind}`);
    const { play } = replayed.value;
    const scene = presentScene(scenario, play);
    if (scene === null) {
      const ending = play.place.kind === "ending" ? play.place.ending : "";
      const outcome = scenario.endings.find(({ id }) => id === ending)?.outcome ?? "failed";
      return { events, ending, outcome };
    }
    const open = answersOpen(scenario, scene, play);
    const event = open[draw(open.length)];
    if (event === undefined)
      throw new Error(`Nothing on offer in ${scene.id} of ${scenario.slug}.`);
    events.push(event);
  }
}

async function inChunks<Row>(
  rows: readonly Row[],
  write: (rows: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += chunk) await write(rows.slice(from, from + chunk));
}

/** Fills the database and returns the ids of the learners. */
export async function fillWithLearners(database: Database, count: number): Promise<string[]> {
  // In one order, so that every run plays the same scenarios, whichever was read first.
  const revisions = await database.revision.findMany({
    orderBy: [{ kind: "asc" }, { slug: "asc" }],
  });
  const scenarios = revisions.filter(({ kind }) => kind === "scenario");
  const completable = revisions.filter(({ kind }) =>
    ["lesson", "scenario", "course"].includes(kind),
  );
  const draw = draws(2026);
  const now = Date.now();
  const teamIds = Array.from({ length: teams }, () => randomUUID());
  const managerIds = teamIds.map(() => randomUUID());
  await database.team.createMany({
    data: teamIds.map((id, index) => ({ id, name: `Bench team ${String(index + 1)}` })),
  });
  const person = (id: string, name: string, team: number) => ({
    id,
    name,
    email: `${name.toLowerCase().replaceAll(" ", ".")}@bench.test`,
    startDate: "2026-01-05",
    timeZone: "Europe/Lisbon",
    teamId: teamIds[team] ?? null,
  });
  await database.person.createMany({
    data: managerIds.map((id, team) => person(id, `Manager ${String(team)}`, team)),
  });
  await database.personRole.createMany({
    data: managerIds.map((personId) => ({ personId, role: "manager" })),
  });
  const learnerIds = Array.from({ length: count }, () => randomUUID());
  await inChunks(
    learnerIds.map((id, index) => ({
      ...person(id, `Learner ${String(index).padStart(4, "0")}`, index % teams),
      managerId: managerIds[index % teams] ?? null,
    })),
    (data) => database.person.createMany({ data }),
  );
  await database.assignment.createMany({
    data: learnerIds.map((personId) => ({
      personId,
      pathSlug: "onboarding",
      startDate: "2026-01-05",
    })),
  });
  const attempts: Prisma.AttemptCreateManyInput[] = [];
  const events: Prisma.AttemptEventCreateManyInput[] = [];
  const completions: Prisma.CompletionCreateManyInput[] = [];
  for (const [index, personId] of learnerIds.entries()) {
    for (let turn = 0; turn < attemptsEach; turn += 1) {
      const revision = scenarios[turn % scenarios.length];
      if (revision === undefined) throw new Error("There is no scenario in the database.");
      const played = walk(JSON.parse(revision.definition) as Scenario, draw);
      const id = randomUUID();
      const startedAt = new Date(now - draw(90 * 24 * 3600) * 1000);
      attempts.push({
        id,
        personId,
        scenarioSlug: revision.slug,
        revisionHash: revision.hash,
        mode: turn % 2 === 0 ? "official" : "practice",
        startedAt,
        timeZone: "Europe/Lisbon",
        endedAt: startedAt,
        ending: played.ending,
        outcome: played.outcome,
      });
      for (const [seq, event] of played.events.entries()) {
        events.push({
          attemptId: id,
          seq,
          key: `${id}-${String(seq)}`,
          payload: JSON.stringify(event),
          at: startedAt,
        });
      }
    }
    for (const revision of completable.slice(0, 3 + (index % 9))) {
      completions.push({
        personId,
        kind: revision.kind,
        slug: revision.slug,
        title: revision.title,
        revisionHash: revision.hash,
        rule: "bench@1",
        evidence: "{}",
        because: "Complete because the benchmark says so.",
        completedAt: new Date(now - draw(90 * 24 * 3600) * 1000),
        timeZone: "Europe/Lisbon",
        requirement: `${personId}:${revision.kind}:${revision.slug}:1`,
      });
    }
  }
  await inChunks(attempts, (data) => database.attempt.createMany({ data }));
  await inChunks(events, (data) => database.attemptEvent.createMany({ data }));
  await inChunks(completions, (data) => database.completion.createMany({ data }));
  return learnerIds;
}

import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { appendTogether } from "~/server/learning/append-together.server";
import { isTaken, type NewEvent } from "~/server/learning/attempt-log.server";
import { storageProblem } from "~/server/storage-problem.server";
import { Writer } from "~/server/writer.server";
import { twoMoments } from "tests/factories/two-moments";
import { setPragma } from "tests/setup/database";
import { aPlayground, Play, type Playground } from "tests/setup/playground";
import { fc } from "tests/setup/properties";

let ground: Playground;
beforeAll(async () => {
  ground = await aPlayground();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => ground.close());

/** So many attempts, each waiting at its first moment. */
async function begun(count: number): Promise<readonly string[]> {
  const plays: Play[] = [];
  const scenario = await ground.publish(twoMoments());
  // Of one role-play one person has one open run, so those before are ended for the lists.
  for (let index = 0; index < count; index += 1) {
    await ground.database.attempt.updateMany({ data: { openAs: null } });
    plays.push(await Play.begin(ground, scenario, "practice"));
  }
  return plays.map(({ attemptId }) => attemptId);
}

function answer(attemptId: string, over: Partial<NewEvent> = {}): NewEvent {
  const event = { type: "choice.made", scene: "opening", choice: "ask" } as const;
  return { attemptId, seq: 1, key: `key of ${attemptId}`, event, at: new Date(), ...over };
}

const append = (event: NewEvent) => appendTogether(ground.database, event);

test("answers that arrive together take one transaction, and each is on its own log", async () => {
  const attempts = await begun(6);
  const transactions = vi.spyOn(Writer.prototype, "write");
  await Promise.all(attempts.map((id) => append(answer(id))));
  expect(transactions).toHaveBeenCalledTimes(1);
  const events = await ground.database.attemptEvent.findMany({
    where: { attemptId: { in: [...attempts] }, seq: 1 },
  });
  expect(events.map(({ attemptId }) => attemptId).sort()).toEqual([...attempts].sort());
});

test("one that breaks a rule is refused by itself, whatever came with it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom("sound", "seq taken", "key taken", "no such run"), {
        minLength: 1,
        maxLength: 6,
      }),
      async (kinds) => {
        const attempts = await begun(kinds.length);
        const asked = kinds.map((kind, index) => {
          const id = attempts[index] ?? "";
          if (kind === "seq taken") return answer(id, { seq: 0 });
          if (kind === "no such run") return answer(`not ${id}`);
          return answer(id);
        });
        for (const [index, kind] of kinds.entries()) {
          if (kind === "key taken") await append(answer(attempts[index] ?? "", { seq: 7 }));
        }
        const told = await Promise.allSettled(asked.map(append));
        const logs = await ground.database.attemptEvent.groupBy({
          by: ["attemptId"],
          where: { attemptId: { in: [...attempts] }, seq: 1 },
        });
        const held = new Set(logs.map(({ attemptId }) => attemptId));
        for (const [index, kind] of kinds.entries()) {
          const outcome = told[index];
          expect(outcome?.status).toBe(kind === "sound" ? "fulfilled" : "rejected");
          expect(held.has(attempts[index] ?? "")).toBe(kind === "sound");
          if (outcome?.status === "rejected" && kind !== "no such run") {
            expect(isTaken(outcome.reason)).toBe(true);
          }
        }
      },
    ),
    { numRuns: 12 },
  );
});

test("where the file cannot be written all of them are told, and all can be sent again", async () => {
  const attempts = await begun(3);
  await setPragma(ground.database, "query_only = 1");
  const told = await Promise.allSettled(attempts.map((id) => append(answer(id))));
  await setPragma(ground.database, "query_only = 0");
  for (const outcome of told) {
    expect(outcome.status === "rejected" && storageProblem(outcome.reason)?.kind).toBe("read-only");
  }
  await Promise.all(attempts.map((id) => append(answer(id))));
  const where = { attemptId: { in: [...attempts] }, seq: 1 };
  expect(await ground.database.attemptEvent.count({ where })).toBe(3);
});

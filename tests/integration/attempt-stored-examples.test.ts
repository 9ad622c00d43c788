/**
 * Attempts as past versions of the language stored them. They are never written anew: runs are
 * added, and a file when the language changes its version; the old ones must still replay.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { replay, type AttemptEvent } from "~/core/scenario/attempt";
import { readAttemptEvent } from "~/core/scenario/attempt-event.schema";
import { SCENARIO_LANGUAGE_VERSION, type Scenario } from "~/core/scenario/definition";
import { scoreOf } from "~/core/scenario/scoring";

interface StoredExample {
  readonly languageVersion: number;
  readonly definition: Scenario;
  readonly runs: readonly {
    readonly events: readonly unknown[];
    readonly ending: string;
    readonly passed: boolean;
    /** Shown and offered, by behaviour. */
    readonly behaviours: Readonly<Record<string, readonly [number, number]>>;
  }[];
}

const folder = join(import.meta.dirname, "stored-attempts");
const examples = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as StoredExample,
);

test("there is an example of every version of the language so far", () => {
  const versions = examples.map(({ languageVersion }) => languageVersion).sort((a, b) => a - b);
  const sofar = Array.from({ length: SCENARIO_LANGUAGE_VERSION }, (_, index) => index + 1);
  expect(versions).toEqual(sofar);
});

test("among the examples is one that went back, also to a branch that it had left", () => {
  const backs = examples.flatMap(({ runs }) =>
    runs.flatMap(({ events }) => events.map(readAttemptEvent)),
  );
  expect(backs.filter((event) => event?.type === "attempt.rewound").length).toBeGreaterThan(1);
});

test.each(examples)(
  "attempts of language $languageVersion replay to the same ending and the same score",
  ({ definition, runs }) => {
    expect(runs.length).toBeGreaterThan(0);
    for (const { events, ending, passed, behaviours } of runs) {
      const read = events
        .map(readAttemptEvent)
        .filter((event): event is AttemptEvent => event !== null);
      expect(read).toHaveLength(events.length);
      const state = replay(definition, read);
      if (!state.ok) throw new Error(JSON.stringify(state.problem));
      expect(state.value.play.place).toEqual({ kind: "ending", ending });
      const score = scoreOf(definition, state.value);
      expect(score.passed).toBe(passed);
      expect(
        Object.fromEntries(
          score.behaviours.map(({ behaviour, shown, offered }) => [behaviour, [shown, offered]]),
        ),
      ).toEqual(behaviours);
    }
  },
);

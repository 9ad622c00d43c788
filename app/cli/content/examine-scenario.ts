/** All that is found out about one role-play once it is read: its proof, its figures, and whether its tests hold. */
import { scenarioFigures, type ScenarioFigures } from "~/core/quality/scenario-figures";
import type { Diagnostic } from "~/core/diagnostic";
import type { Scenario } from "~/core/scenario/definition";
import { programOf } from "~/core/scenario/verification/program";
import { defaultBounds, verifyWalk, type Verification } from "~/core/scenario/verification/verify";
import { walkProgram } from "~/core/scenario/verification/walk";
import type { Source } from "~/language/source";
import { runTests } from "./run-tests";

export interface ScenarioWork {
  readonly definition: Scenario;
  /** The tests.yml beside it; null where there is none. */
  readonly tests: Source | null;
}

/** What the definition alone decides. */
export interface Walked {
  readonly proof: Verification;
  readonly figures: ScenarioFigures;
}

export interface Examined {
  readonly walked: Walked;
  readonly tested: readonly Diagnostic[];
}

export function examineScenario({ definition, tests }: ScenarioWork): Examined {
  const walk = walkProgram(programOf(definition), defaultBounds.states);
  const proof = verifyWalk(walk, defaultBounds);
  return {
    walked: { proof, figures: scenarioFigures(definition, walk) },
    tested: tests === null ? [] : runTests(tests, { definition, proof }),
  };
}

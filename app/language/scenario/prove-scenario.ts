/**
 * A scenario read and proved in one: what nobody could play to its end is refused like a slip of
 * the pen. What the proof only warns of is left to `content check`.
 */
import type { Scenario } from "~/core/scenario/definition";
import {
  defaultBounds,
  verifyScenario,
  type VerificationBounds,
} from "~/core/scenario/verification/verify";
import type { Parsed } from "../reporter";
import type { Source } from "../source";
import { verificationDiagnostics } from "../verification";
import { parseScenario, type ScenarioContext } from "./parse-scenario";

export function parseProvedScenario(
  source: Source,
  context: ScenarioContext,
  bounds: VerificationBounds = defaultBounds,
): Parsed<Scenario> {
  const { definition, diagnostics } = parseScenario(source, context);
  if (definition === null) return { definition, diagnostics };
  const proof = verifyScenario(definition, bounds);
  const errors = verificationDiagnostics(source.file, proof).filter(
    (diagnostic) => diagnostic.severity === "error",
  );
  return {
    definition: errors.length > 0 ? null : definition,
    diagnostics: [...diagnostics, ...errors],
  };
}

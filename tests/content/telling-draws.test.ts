import { expect, test } from "vitest";
import { loadLibrary, shippedContent } from "~/cli/content/load-library";
import { programOf } from "~/core/scenario/verification/program";
import { tellingDraws } from "~/core/scenario/verification/telling-draws";
import { defaultBounds, verifyWalk } from "~/core/scenario/verification/verify";
import { walkProgram } from "~/core/scenario/verification/walk";
import type { Scenario } from "~/core/scenario/definition";

const { library } = await loadLibrary(shippedContent);

function proved(definition: Scenario, telling: readonly number[]) {
  const walk = walkProgram(programOf(definition, telling), defaultBounds.states);
  return { visited: walk.places.length, proof: verifyWalk(walk, defaultBounds) };
}

test("every shipped role-play is proved the same with fewer states visited", () => {
  let visited = 0;
  let states = 0;
  for (const { definition } of library.scenarios) {
    const all = proved(definition, []);
    const own = proved(definition, tellingDraws(definition));
    expect(own.proof).toEqual(all.proof);
    visited += own.visited;
    states += own.proof.states;
  }
  expect(visited).toBeLessThan(states / 2);
});

import { expect, test } from "vitest";
import { aChoice, aGuard, anEnding, aScenario, aScene, somewhere } from "tests/factories/scenario";
import { drawScenario } from "./drawing";

const long = "the-colleague-who-was-asked-to-wait-until-the-manager-is-back";
const isGone = aGuard({ kind: "compare", variable: "patience", comparison: "=", value: 0 });
const scenario = aScenario({
  variables: [{ type: "integer", name: "patience", min: 0, max: 3, start: 1, at: somewhere }],
  rules: [{ when: { ...isGone, text: "patience = 0" }, target: "leaves", at: somewhere }],
  scenes: [
    aScene({ choices: [aChoice({ id: long, target: long })] }),
    aScene({ id: long, choices: [aChoice({ target: "thanks" })] }),
  ],
  endings: [anEnding(), anEnding({ id: "leaves", outcome: "failed" })],
});

/** Ends of the lines that are drawn, and the left edge of each box by what stands in it. */
function drawn(svg: string) {
  const tips = [...svg.matchAll(/<path d="M[^"]* (\d+) (\d+)" fill="none"/g)].map(
    ([, x, y]) => `${x} ${y}`,
  );
  const boxes = new Map(
    [...svg.matchAll(/<g><rect x="(\d+)" y="(\d+)".*?<\/g>/g)].map(([box, x, y]) => [
      [...box.matchAll(/<tspan[^>]*>([^<]*)/g)].map(([, line]) => line).join("|"),
      `${Number(x) + 95} ${y}`,
    ]),
  );
  return { tips, boxes };
}

test("an ending that a standing rule alone leads to has an arrow, with the condition on it", () => {
  const svg = drawScenario(scenario);
  const { tips, boxes } = drawn(svg);
  expect(boxes.has("from anywhere")).toBe(true);
  expect(tips).toContain(boxes.get("leaves (failed)"));
  expect(svg).toMatch(/class="label"[^>]*><tspan[^>]*>patience = 0</);
  expect(drawScenario({ ...scenario, rules: [] })).not.toContain("from anywhere");
});

test("a name as long as may be stays within its box, broken at its hyphens", () => {
  const svg = drawScenario(scenario);
  const lines = [...svg.matchAll(/<tspan[^>]*>([^<]*)/g)].map(([, line = ""]) => line);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(24);
  expect([...drawn(svg).boxes.keys()]).toContain(
    "the-colleague-who-was-|asked-to-wait-until-the-|manager-is-back",
  );
  const solid = "a".repeat(60);
  const broken = drawScenario({
    ...scenario,
    endings: [...scenario.endings, anEnding({ id: solid })],
  });
  expect(broken).not.toContain("a".repeat(25));
});

import { expect, test } from "vitest";
import { arbitraryScenario } from "tests/factories/arbitrary-scenario";
import { aChoice, aGuard, anEnding, aScenario, aScene, somewhere } from "tests/factories/scenario";
import { fc } from "tests/setup/properties";
import { drawScenario } from "./drawing";
import { layOut } from "./drawing-layout";
import { edgesOf, placesOf } from "./drawing-rows";

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

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What boxes and names take up, letters being six pixels wide. */
function areasIn(svg: string): readonly Area[] {
  const boxes = [...svg.matchAll(/<g><rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/g)].map(
    (box) => box.slice(1).map(Number),
  );
  const lines = [
    ...svg.matchAll(/<text class="label" text-anchor="middle">(.*?)<\/text>/g),
  ].flatMap(([, label = ""]) =>
    [...label.matchAll(/<tspan x="(\d+)" y="(\d+)">([^<]*)/g)].map(([, x, y, text = ""]) => {
      const width = text.length * 6;
      return [Number(x) - width / 2, Number(y) - 9, width, 11];
    }),
  );
  return [...boxes, ...lines].map(([left = 0, top = 0, width = 0, height = 0]) => ({
    ...{ left, top, right: left + width, bottom: top + height },
  }));
}

const isOver = (one: Area, other: Area) =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

/** Some of its scenes have many answers that lead back to them, some of which have long names. */
const anyScenario = fc
  .tuple(
    arbitraryScenario({ scenes: 5, forwardOnly: false }),
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 }),
  )
  .map(([plain, loops]) => ({
    ...plain,
    scenes: plain.scenes.map((scene, at) => ({
      ...scene,
      choices: [
        ...scene.choices,
        ...Array.from({ length: loops[at] ?? 0 }, (_, index) =>
          aChoice({ id: `${index % 2 ? long.slice(0, 40) : "again"}-${index}`, target: scene.id }),
        ),
      ],
    })),
  }));

test("no box and no name lies over another, whatever leads where, and all are on the sheet", () => {
  fc.assert(
    fc.property(anyScenario, (drawnScenario) => {
      const svg = drawScenario(drawnScenario);
      const areas = areasIn(svg);
      const over = areas.flatMap((one, at) =>
        areas.slice(at + 1).filter((other) => isOver(one, other)),
      );
      expect(over).toEqual([]);
      const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
      expect(Math.min(...areas.map(({ left, top }) => Math.min(left, top)))).toBeGreaterThan(0);
      expect(Math.max(...areas.map(({ right }) => right))).toBeLessThan(Number(width));
      expect(Math.max(...areas.map(({ bottom }) => bottom))).toBeLessThan(Number(height));
    }),
    { numRuns: 60 },
  );
});

test("a way passes each level at a place of its own, and leads from level to level to where it should", () => {
  const half = { left: 40, right: 60, height: 20 };
  fc.assert(
    fc.property(anyScenario, (drawnScenario) => {
      const edges = edgesOf(drawnScenario);
      const places = placesOf(drawnScenario, edges);
      const { items, links } = layOut(places, edges, {
        box: () => half,
        names: () => half,
        margin: 0,
      });
      for (const item of items) {
        const right = items
          .filter(({ level, x }) => level === item.level && x > item.x)
          .map(({ x, size }) => x - size.left);
        expect(item.x + item.size.right).toBeLessThan(Math.min(Infinity, ...right));
      }
      for (const { upper, lower } of links) expect(lower.level - upper.level).toBe(1);
      const after = (key: string): readonly string[] =>
        links.flatMap(({ upper, lower, tip }) => [
          ...(upper.key === key && tip !== "upper" && lower.key !== key ? [lower.key] : []),
          ...(lower.key === key && tip !== "lower" && upper.key !== key ? [upper.key] : []),
        ]);
      for (const { from, to } of edges.filter((edge) => edge.from !== edge.to)) {
        const seen = new Set([`${from} > ${to}`]);
        for (const key of seen) {
          if (!key.startsWith("box ")) for (const next of after(key)) seen.add(next);
        }
        expect(seen).toContain(`box ${to}`);
      }
    }),
    { numRuns: 60 },
  );
});

test("a scene of an interlude says that it leads back, where it does", () => {
  const interlude = (id: string, target: string) =>
    aScene({ id, interlude: true, choices: [aChoice({ id: `from-${id}`, target })] });
  const svg = drawScenario(
    aScenario({
      scenes: [
        aScene({ choices: [aChoice({ id: "call", target: "stairs" }), aChoice()] }),
        interlude("stairs", "shelf"),
        interlude("shelf", "return"),
      ],
    }),
  );
  const titles = [...drawn(svg).boxes.keys()].map((title) => title.replaceAll("|", " "));
  expect(titles).toContain("stairs (interlude)");
  expect(titles).toContain("shelf (interlude, and back)");
});

test("an answer that leads back to its own scene goes round, beside its box", () => {
  const again = aScenario({
    scenes: [aScene({ choices: [aChoice({ id: "again", target: "opening" })] })],
  });
  const svg = drawScenario(again);
  expect(svg).toMatch(/<path d="M(\d+) \d+ C[^"]* \1 \d+" fill="none"[^>]*marker-end/);
  expect(svg).toMatch(/class="label"[^>]*><tspan[^>]*>again</);
});

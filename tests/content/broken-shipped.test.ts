import { expect, test } from "vitest";
import { loadLibrary, shippedContent } from "~/cli/content/load-library";
import type { RuleId } from "~/core/diagnostic-rules";
import type { Choice, Condition, Guard, Scenario, Scene } from "~/core/scenario/definition";
import { verifyScenario } from "~/core/scenario/verification/verify";

const { library } = await loadLibrary(shippedContent);
const at = { line: 1, column: 1 };

/** A condition over the scenario's own first variable that never, or always, holds. */
function decided(scenario: Scenario, holds: boolean): Guard | null {
  const [variable] = scenario.variables;
  if (!variable) return null;
  const is: Condition = {
    kind: "compare",
    variable: variable.name,
    comparison: "=",
    value: variable.start,
  };
  const not: Condition = { kind: "not", condition: is };
  const condition: Condition = holds
    ? { kind: "or", any: [is, not] }
    : { kind: "and", all: [is, not] };
  return { condition, text: "…", at };
}

const firstScene = (scenario: Scenario) => scenario.scenes.find(({ id }) => id === scenario.start);

function withChoices(
  scenario: Scenario,
  scene: Scene | undefined,
  change: (choice: Choice, index: number) => Choice,
): Scenario {
  const changed = (own: Scene): Scene => {
    if (own.id !== scene?.id) return own;
    const { reply } = own;
    const rows = reply?.rows.map((row, index) => ({ ...row, ...change(row, index) }));
    return {
      ...own,
      choices: own.choices.map(change),
      ...(reply && rows && { reply: { ...reply, rows } }),
    };
  };
  return { ...scenario, scenes: scenario.scenes.map(changed) };
}

/** Every condition with a part more, which is always or never so. */
function withConditions(scenario: Scenario, kind: "and" | "or", holds: boolean): Scenario {
  const idle = decided(scenario, holds)?.condition;
  const change = <Part extends { readonly when: Guard | null }>(part: Part): Part => {
    if (!part.when || !idle) return part;
    const parts = [part.when.condition, idle];
    const condition: Condition = kind === "and" ? { kind, all: parts } : { kind, any: parts };
    return { ...part, when: { ...part.when, condition } };
  };
  return {
    ...scenario,
    scenes: scenario.scenes.map((scene) => ({
      ...scene,
      lines: scene.lines.map(change),
      choices: scene.choices.map((choice) => ({
        ...change(choice),
        consequence: choice.consequence.map(change),
        feedback: choice.feedback.map(change),
      })),
    })),
  };
}

/** Rules that only a scenario with such a part can break. */
const needs: Partial<Record<RuleId, (scenario: Scenario) => boolean>> = {
  "condition/always-false": ({ scenes }) =>
    scenes.some((scene) =>
      [
        ...scene.lines,
        ...scene.choices,
        ...scene.choices.flatMap((one) => [...one.consequence, ...one.feedback]),
      ].some(({ when }) => when !== null),
    ),
  "unreachable/row": ({ scenes }) => scenes.some(({ reply }) => reply !== undefined),
  "unreachable/phrase": ({ scenes }) => scenes.some(({ reply }) => reply !== undefined),
};

type Break = (scenario: Scenario) => Scenario;

const breaks: Partial<Record<RuleId, Break>> = {
  "unreachable/scene": (scenario) => ({
    ...scenario,
    scenes: [...scenario.scenes, { ...(firstScene(scenario) as Scene), id: "nobody-here" }],
  }),
  "unreachable/ending": (scenario) => ({
    ...scenario,
    endings: [
      ...scenario.endings,
      { ...(scenario.endings[0] as Scenario["endings"][number]), id: "never" },
    ],
  }),
  "unreachable/choice": (scenario) =>
    withChoices(scenario, firstScene(scenario), (choice, index) =>
      index === 0 ? { ...choice, when: decided(scenario, false) } : choice,
    ),
  "unreachable/line": (scenario) => ({
    ...scenario,
    scenes: scenario.scenes.map((scene) => ({
      ...scene,
      lines: scene.lines.map((line) => ({ ...line, when: decided(scenario, false) })),
    })),
  }),
  "unreachable/rule": (scenario) => ({
    ...scenario,
    rules: [
      ...scenario.rules,
      { when: decided(scenario, false) as Guard, target: scenario.endings[0]?.id ?? "", at },
    ],
  }),
  "condition/always-true": (scenario) =>
    withChoices(scenario, firstScene(scenario), (choice) => ({
      ...choice,
      when: decided(scenario, true),
    })),
  "condition/always-false": (scenario) => withConditions(scenario, "or", false),
  "unreachable/row": (scenario) => ({
    ...scenario,
    scenes: scenario.scenes.map((scene) => {
      const [row] = scene.reply?.rows ?? [];
      if (!scene.reply || !row) return scene;
      const again = { ...row, id: "again", phrases: row.phrases.map((phrase) => `well ${phrase}`) };
      return {
        ...scene,
        reply: { ...scene.reply, rows: [row, again, ...scene.reply.rows.slice(1)] },
      };
    }),
  }),
  "unreachable/phrase": (scenario) => ({
    ...scenario,
    scenes: scenario.scenes.map((scene) => {
      const [row, ...rows] = scene.reply?.rows ?? [];
      if (!scene.reply || !row) return scene;
      const idle = {
        ...row,
        phrases: [...row.phrases, "juggling with it"],
        unless: [...row.unless, "juggling"],
      };
      return { ...scene, reply: { ...scene.reply, rows: [idle, ...rows] } };
    }),
  }),
  "rule/ends-all": (scenario) => ({
    ...scenario,
    rules: [
      { when: decided(scenario, true) as Guard, target: scenario.endings[0]?.id ?? "", at },
      ...scenario.rules,
    ],
  }),
  "rule/target": (scenario) => ({
    ...scenario,
    rules: [
      ...scenario.rules,
      { when: decided(scenario, false) as Guard, target: scenario.start, at },
    ],
  }),
  "flow/no-choice": (scenario) =>
    withChoices(scenario, firstScene(scenario), (choice) => ({
      ...choice,
      when: decided(scenario, false),
    })),
  "flow/trap": (scenario) => ({
    ...withChoices(scenario, firstScene(scenario), (choice) => ({
      ...choice,
      target: scenario.start,
    })),
    rules: [],
  }),
  "flow/marked-twice": (scenario) =>
    withChoices(scenario, firstScene(scenario), (choice, index) =>
      index === 0 ? { ...choice, target: scenario.start } : choice,
    ),
  "pass/out-of-reach": (scenario) => ({
    ...scenario,
    endings: scenario.endings.map((ending) => ({ ...ending, outcome: "failed" })),
  }),
  "pass/unmissable": (scenario) => ({
    ...scenario,
    pass: { mark: null, requires: [], at },
    endings: scenario.endings.map((ending) => ({ ...ending, outcome: "passed" })),
  }),
  "pass/idle-mark": (scenario) => ({
    ...scenario,
    scenes: scenario.scenes.map((scene) => ({ ...scene, weight: 0 })),
  }),
  "behaviour/never-offered": (scenario) => ({
    ...scenario,
    behaviours: [...scenario.behaviours, "juggling"],
  }),
  "pass/required-not-offered": (scenario) => {
    const passing = scenario.endings.find((ending) => ending.outcome === "passed");
    const [required = ""] = scenario.behaviours;
    const cut = (choice: Choice): Choice => ({ ...choice, target: passing?.id ?? "", shows: [] });
    return {
      ...withChoices(scenario, firstScene(scenario), cut),
      pass: { mark: null, requires: [required], at },
    };
  },
  "variable/never-read": (scenario) => ({
    ...scenario,
    variables: [...scenario.variables, { type: "boolean", name: "idle", start: false, at }],
  }),
  "variable/never-written": (scenario) => ({
    ...scenario,
    variables: [...scenario.variables, { type: "boolean", name: "still", start: false, at }],
    rules: [
      ...scenario.rules,
      {
        when: {
          condition: { kind: "compare", variable: "still", comparison: "=", value: true },
          text: "still",
          at,
        },
        target: scenario.endings[0]?.id ?? "",
        at,
      },
    ],
  }),
  "repair/idle": (scenario) => ({
    ...scenario,
    scenes: scenario.scenes.map((scene) =>
      scene.id === scenario.start
        ? { ...scene, repairs: scenario.scenes.map(({ id }) => id) }
        : scene,
    ),
  }),
  "minutes/too-short": (scenario) => ({ ...scenario, minutes: 0.1 }),
  "choice/best-first": (scenario) => ({
    ...scenario,
    scenes: scenario.scenes.map((scene) => ({
      ...scene,
      choices: scene.choices.toSorted((left, right) => right.shows.length - left.shows.length),
    })),
  }),
  "choice/best-longest": (scenario) => ({
    ...scenario,
    scenes: scenario.scenes.map((scene) => ({
      ...scene,
      choices: scene.choices.map((choice) => ({
        ...choice,
        text: [
          {
            kind: "paragraph",
            children: [{ kind: "text", text: "x".repeat(10 + choice.shows.length) }],
          },
        ],
      })),
    })),
  }),
};

/** A choice that is broken in a scene without any is a row. */
const ruleFor = (rule: string, scenario: Scenario) =>
  rule === "unreachable/choice" && firstScene(scenario)?.choices.length === 0
    ? "unreachable/row"
    : rule;

for (const [rule, damage] of Object.entries(breaks)) {
  test(`every shipped scenario, broken so, is found out: ${rule}`, () => {
    for (const { file, definition } of library.scenarios) {
      if (needs[rule as RuleId]?.(definition) === false) continue;
      const wanted = ruleFor(rule, definition);
      const found = (own: Scenario) =>
        verifyScenario(own).findings.filter((finding) => finding.rule === wanted);
      const before = found(definition);
      const after = found(damage(definition));
      const hasMoments =
        definition.scenes.filter((scene) => scene.choices.some(({ shows }) => shows.length > 0))
          .length > 3;
      if (rule.startsWith("choice/") && !hasMoments) continue;
      expect(`${file}: ${after.length > before.length}`).toBe(`${file}: true`);
    }
  });
}

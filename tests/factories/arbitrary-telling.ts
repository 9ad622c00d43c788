import { fc } from "tests/setup/properties";
/** Generated scenarios in which much of what is told is drawn: in lines with conditions, at the endings and in the words. */
import type {
  Choice,
  Condition,
  Feedback,
  Guard,
  Line,
  Scenario,
  Telling,
  Variable,
} from "~/core/scenario/definition";
import type { Script } from "~/core/prose/prose";
import { arbitraryCondition, arbitraryScenario, type ScenarioShape } from "./arbitrary-scenario";
import { somewhere } from "./scenario";

const draws: readonly Variable[] = [
  {
    type: "oneOf",
    name: "weather",
    values: ["rain", "wind", "sun"],
    start: "rain",
    drawn: true,
    at: somewhere,
  },
  { type: "boolean", name: "late", start: false, drawn: true, at: somewhere },
  {
    type: "oneOf",
    name: "parcel",
    values: ["box", "tube"],
    start: "box",
    drawn: true,
    at: somewhere,
  },
];

const aboutDraws: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant("compare" as const),
    variable: fc.constant("weather"),
    comparison: fc.constantFrom("=", "!=" as const),
    value: fc.constantFrom("rain", "wind", "sun"),
  }),
  fc.record({
    kind: fc.constant("compare" as const),
    variable: fc.constant("late"),
    comparison: fc.constant("=" as const),
    value: fc.boolean(),
  }),
);

const guard: fc.Arbitrary<Guard> = fc
  .oneof(
    aboutDraws,
    fc.record({
      kind: fc.constant("and" as const),
      all: fc.array(fc.oneof(aboutDraws, arbitraryCondition), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant("or" as const),
      any: fc.array(fc.oneof(aboutDraws, arbitraryCondition), { minLength: 2, maxLength: 3 }),
    }),
  )
  .map((condition) => ({ condition, text: "…", at: somewhere }));

const words = fc.integer({ min: 1, max: 30 }).map((count) => "word ".repeat(count));

const script: fc.Arbitrary<Script> = fc
  .record({ before: words, box: words, tube: words })
  .map(({ before, ...drawn }) => [
    {
      kind: "paragraph",
      children: [
        { kind: "text", text: before },
        { kind: "drawn", variable: "parcel", words: drawn },
      ],
    },
  ]);

const said = fc
  .record({ text: script, when: fc.option(guard, { freq: 4 }) })
  .map((parts): Line & Feedback => ({ speaker: null, mood: null, at: somewhere, ...parts }));

const telling = fc
  .record({ text: script, when: guard })
  .map((parts): Telling => ({ at: somewhere, ...parts }));

/** Gives the parts in turn, from the first again after the last. */
function inTurn<Part>(parts: readonly Part[]): () => readonly Part[] {
  let at = 0;
  return () => {
    const part = parts[at % Math.max(1, parts.length)];
    at += 1;
    return part === undefined ? [] : [part];
  };
}

/** Some of the draws decide something too: a choice asks about one, or sets it. */
function deciding(choice: Choice, when: Guard | null, sets: boolean): Choice {
  const { effects } = choice;
  return {
    ...choice,
    when: when ?? choice.when,
    effects: sets
      ? [...effects, { kind: "set", variable: "late", value: true, at: somewhere }]
      : effects,
  };
}

export function arbitraryTelling(shape: ScenarioShape): fc.Arbitrary<Scenario> {
  return fc
    .record({
      scenario: arbitraryScenario(shape),
      lines: fc.array(said, { minLength: 1, maxLength: 12 }),
      tellings: fc.array(telling, { maxLength: 6 }),
      asks: fc.option(guard, { freq: 2 }),
      sets: fc.boolean(),
      minutes: fc.constantFrom(0.1, 0.3, 0.5, 5),
    })
    .map(({ scenario, lines, tellings, asks, sets, minutes }) => {
      const line = inTurn(lines);
      const told = inTurn(tellings);
      return {
        ...scenario,
        minutes,
        variables: [...draws, ...scenario.variables],
        scenes: scenario.scenes.map((scene, index) => ({
          ...scene,
          lines: [...scene.lines, ...line()],
          choices: scene.choices
            .map((choice) => ({ ...choice, consequence: line(), feedback: line() }))
            .map((choice, at) => (index === 1 && at === 0 ? deciding(choice, asks, sets) : choice)),
        })),
        endings: scenario.endings.map((ending) => ({
          ...ending,
          lines: line(),
          feltWhen: [...told(), ...(ending.feltWhen ?? []), ...told()],
          tonightWhen: [...told(), ...told()],
        })),
      };
    });
}

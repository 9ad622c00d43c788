import { fc } from "tests/setup/properties";
/** Generated scenarios: small, valid, and odd in every way that the language allows. */
import {
  RETURN,
  type Choice,
  type Condition,
  type Effect,
  type Guard,
  type Reply,
  type ReplyRow,
  type Scenario,
  type Scene,
  type Telling,
  type Variable,
} from "~/core/scenario/definition";
import { aChoice, anEnding, aScenario, aScene, prose, somewhere } from "./scenario";

const variables: readonly Variable[] = [
  { type: "integer", name: "patience", min: 0, max: 3, start: 2, at: somewhere },
  { type: "boolean", name: "promised", start: false, at: somewhere },
  { type: "oneOf", name: "tone", values: ["calm", "cross"], start: "calm", at: somewhere },
];
const behaviours = ["listening", "empathy", "ownership"];
const endings = ["thanks", "shrug", "leaves"];

const comparison: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant("compare" as const),
    variable: fc.constant("patience"),
    comparison: fc.constantFrom("=", "!=", "<", "<=", ">", ">=" as const),
    value: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({
    kind: fc.constant("compare" as const),
    variable: fc.constant("promised"),
    comparison: fc.constantFrom("=", "!=" as const),
    value: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("compare" as const),
    variable: fc.constant("tone"),
    comparison: fc.constantFrom("=", "!=" as const),
    value: fc.constantFrom("calm", "cross"),
  }),
);

export const arbitraryCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>(
  (tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      comparison,
      fc.record({
        kind: fc.constant("and" as const),
        all: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant("or" as const),
        any: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant("not" as const), condition: tie("condition") }),
    ),
  }),
).condition;

/** One in `freq` has none. */
const guard = (freq: number): fc.Arbitrary<Guard | null> =>
  fc.option(
    arbitraryCondition.map((condition) => ({ condition, text: "…", at: somewhere })),
    { freq },
  );

const effect: fc.Arbitrary<Effect> = fc.oneof(
  fc.record({
    kind: fc.constant("add" as const),
    variable: fc.constant("patience"),
    amount: fc.integer({ min: -3, max: 3 }),
    at: fc.constant(somewhere),
  }),
  fc.record({
    kind: fc.constant("set" as const),
    variable: fc.constant("promised"),
    value: fc.boolean(),
    at: fc.constant(somewhere),
  }),
  fc.record({
    kind: fc.constant("set" as const),
    variable: fc.constant("tone"),
    value: fc.constantFrom("calm", "cross"),
    at: fc.constant(somewhere),
  }),
);

function choice(targets: readonly string[]): fc.Arbitrary<Choice> {
  return fc
    .record({
      when: guard(3),
      effects: fc.array(effect, { maxLength: 2 }),
      shows: fc.subarray(behaviours, { maxLength: 2 }),
      target: fc.constantFrom(...targets),
    })
    .map((parts) => aChoice(parts));
}

function numbered<Part extends Choice>(parts: readonly Part[], prefix: string): readonly Part[] {
  return parts.map((part, index) => ({ ...part, id: `${prefix}-${index + 1}` }));
}

/** A call of the interlude shows nothing: it answers nothing. */
function silentCalls<Part extends Choice>(choices: readonly Part[]): readonly Part[] {
  return choices.map((one) =>
    INTERLUDES.includes(one.target) ? { ...one, shows: [], misses: [] } : one,
  );
}

function replyTo(targets: readonly string[], at: Scene["at"]): fc.Arbitrary<Reply> {
  const row = choice([...targets, INTERLUDE]).map((one): ReplyRow => ({
    ...one,
    phrases: ["sorry"],
    unless: [],
  }));
  const fallback = choice(targets).map((one): ReplyRow => ({
    ...one,
    when: null,
    phrases: [],
    unless: [],
  }));
  return fc.tuple(fc.array(row, { maxLength: 1 }), fallback).map(([rows, last]) => ({
    prompt: "What do you say?",
    rows: silentCalls(numbered([...rows, last], "row")),
    at,
  }));
}

const telling = arbitraryCondition.map((condition): Telling => ({
  text: prose("It depends."),
  when: { condition, text: "…", at: somewhere },
  at: somewhere,
}));

export interface ScenarioShape {
  readonly scenes: number;
  /** Scenes lead onward only, so that a marked moment is met once. */
  readonly forwardOnly: boolean;
  /** Answers in a detour mark behaviours too, wherever it is called from. */
  readonly markedDetours?: boolean;
}

const INTERLUDE = "look-up";
const INTERLUDES: readonly string[] = [INTERLUDE, "ask-pete"];

/** One scene of a detour of two: it returns, leads on within the detour, or leaves it for good. */
function interlude(id: string, targets: readonly string[], isMarked: boolean): fc.Arbitrary<Scene> {
  return fc
    .array(choice([RETURN, RETURN, ...targets]), { minLength: 1, maxLength: 2 })
    .map((choices) =>
      aScene({
        id,
        interlude: true,
        choices: numbered(
          choices.map((one) => (isMarked ? one : { ...one, shows: [] })),
          "aside",
        ),
      }),
    );
}

export function arbitraryScenario({
  scenes,
  forwardOnly,
  markedDetours = false,
}: ScenarioShape): fc.Arbitrary<Scenario> {
  const ids = Array.from({ length: scenes }, (_, index) => `scene-${index}`);
  const scene = (id: string, index: number) => {
    const onward = [...(forwardOnly ? ids.slice(index + 1) : ids), ...endings];
    return fc
      .record({
        choices: fc.array(choice([...onward, ...INTERLUDES]), { minLength: 1, maxLength: 3 }),
        reply: fc.option(replyTo(onward, somewhere), { freq: 4 }),
        silence: fc.option(choice(onward), { freq: 4 }),
        weight: fc.constantFrom(0, 0.5, 1, 2),
        repairs: fc.subarray(ids.slice(0, index)),
      })
      .map(({ choices, reply, silence, weight, repairs }) =>
        aScene({
          id,
          weight,
          repairs,
          choices: silentCalls(numbered(choices, "choice")),
          ...(reply && { reply }),
          ...(silence && {
            timed: { seconds: 20, silence: { ...silence, id: "silence", shows: [], when: null } },
          }),
        }),
      );
  };
  return fc
    .record({
      scenes: fc.tuple(...ids.map(scene)),
      felt: fc.array(telling, { maxLength: 2 }),
      tonight: fc.array(telling, { maxLength: 2 }),
      aside: interlude(
        INTERLUDE,
        [...(forwardOnly ? endings : [...ids, ...endings]), "ask-pete"],
        markedDetours,
      ),
      further: interlude(
        "ask-pete",
        forwardOnly ? endings : [...ids, ...endings, INTERLUDE],
        markedDetours,
      ),
      drawn: fc.subarray(["promised", "tone"]),
      rules: fc.array(
        fc.record({
          when: arbitraryCondition.map((condition) => ({ condition, text: "…", at: somewhere })),
          target: fc.constantFrom(...endings),
          at: fc.constant(somewhere),
        }),
        { maxLength: 2 },
      ),
      pass: fc.record({
        mark: fc.option(fc.constantFrom(0, 0.25, 0.5, 0.6, 0.75, 1)),
        requires: fc.subarray(behaviours, { maxLength: 1 }),
        at: fc.constant(somewhere),
      }),
    })
    .map(({ scenes: own, aside, further, felt, tonight, drawn, rules, pass }) =>
      aScenario({
        rules,
        pass,
        scenes: [...own, aside, further],
        behaviours,
        variables: variables.map((variable) =>
          drawn.includes(variable.name) ? { ...variable, drawn: true } : variable,
        ),
        start: ids[0] ?? "",
        endings: [
          anEnding({ feltWhen: felt }),
          anEnding({ id: "shrug", outcome: "passed", tonightWhen: tonight }),
          anEnding({ id: "leaves", outcome: "failed" }),
        ],
      }),
    );
}

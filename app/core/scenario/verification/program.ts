/**
 * A scenario as numbers, for visiting every state: places, variables and answers are indices,
 * conditions are tests on an array of values, a state is one number.
 */
import { unreachable } from "~/core/result";
import {
  RETURN,
  type Choice,
  type Condition,
  type Effect,
  type Guard,
  type Scenario,
  type Scene,
  type Value,
} from "../definition";
import { tellingsOf } from "../ending-words";
import { leavesOf, MAX_JUDGED } from "./expression-parts";
import { isCall, isWithin } from "../play";
import { scaledWeight } from "../scoring";
import { domainOf } from "../values";
import type { Probe, Test } from "./probe";
import { tellingDraws } from "./telling-draws";

interface Change {
  readonly slot: number;
  readonly set: number | null;
  readonly add: number;
  readonly max: number;
}

type ProgramAnswerKind = "choice" | "row" | "silence";

export interface ProgramAnswer {
  /** Index over all answers of the scenario. */
  readonly index: number;
  readonly scene: number;
  readonly kind: ProgramAnswerKind;
  readonly choice: Choice;
  readonly when: Probe | null;
  /** Guards of consequence lines and feedback, tested after the effects. */
  readonly after: readonly Probe[];
  readonly changes: readonly Change[];
  /** Index of a place; -1 is back to the caller. */
  readonly target: number;
  /** Bit of this call among its scene's calls; 0 where it calls no interlude. */
  readonly callBit: number;
  /** It leads on within an interlude: who called it is kept. */
  readonly isWithin: boolean;
  /** Bits of the declared behaviours that it shows. */
  readonly shows: number;
}

export interface ProgramScene {
  readonly scene: Scene;
  readonly answers: readonly ProgramAnswer[];
  readonly lines: readonly Probe[];
  readonly weight: number;
  readonly repairs: readonly number[];
  /** Its number among the scenes that call an interlude, from 1; 0 where it calls none. */
  readonly caller: number;
}

export interface Program {
  readonly scenario: Scenario;
  readonly sizes: readonly number[];
  readonly starts: readonly number[];
  readonly drawn: readonly number[];
  /** Slots of the draws that only tell: no state but those with their first values is visited. */
  readonly telling: readonly number[];
  /** How many cases of them there are. Each state that is visited stands for so many. */
  readonly cases: number;
  readonly scenes: readonly ProgramScene[];
  readonly answers: readonly ProgramAnswer[];
  /** Guards of the lines of each ending. */
  readonly endingLines: readonly (readonly Probe[])[];
  /** Guards of what each ending tells, list by list: in each the first that holds is told. */
  readonly tellings: readonly (readonly (readonly Probe[])[])[];
  readonly rules: readonly { readonly probe: Probe; readonly target: number }[];
  readonly start: number;
  readonly callSets: number;
  /** Indices of the scenes that call an interlude; a scene's `caller` counts them from 1. */
  readonly callers: readonly number[];
  /** How many combinations of values there are; beyond 2^53 in all, states cannot be numbered. */
  readonly combinations: number;
}

const combinationsOf = (sizes: readonly number[]) =>
  sizes.reduce((product, size) => product * size, 1);

class ProgramBuilder {
  private readonly slots = new Map<string, number>();
  private readonly places = new Map<string, number>();
  private readonly answers: ProgramAnswer[] = [];

  constructor(
    private readonly scenario: Scenario,
    private readonly telling: readonly number[],
  ) {
    for (const [slot, variable] of scenario.variables.entries())
      this.slots.set(variable.name, slot);
    for (const { id } of [...scenario.scenes, ...scenario.endings]) {
      this.places.set(id, this.places.size);
    }
  }

  private indexOf(name: string, value: Value): number {
    const variable = this.scenario.variables[this.slots.get(name) ?? -1];
    return variable ? domainOf(variable).indexOf(value) : -1;
  }

  private test(condition: Condition): Test {
    switch (condition.kind) {
      case "and": {
        const parts = condition.all.map((part) => this.test(part));
        return (slots) => parts.every((part) => part(slots));
      }
      case "or": {
        const parts = condition.any.map((part) => this.test(part));
        return (slots) => parts.some((part) => part(slots));
      }
      case "not": {
        const inner = this.test(condition.condition);
        return (slots) => !inner(slots);
      }
      case "compare":
        return this.comparison(condition);
      default:
        return unreachable(condition);
    }
  }

  private comparison(condition: Extract<Condition, { kind: "compare" }>): Test {
    const slot = this.slots.get(condition.variable) ?? -1;
    const wanted = this.indexOf(condition.variable, condition.value);
    switch (condition.comparison) {
      case "=":
        return (slots) => slots[slot] === wanted;
      case "!=":
        return (slots) => slots[slot] !== wanted;
      case "<":
        return (slots) => (slots[slot] ?? 0) < wanted;
      case "<=":
        return (slots) => (slots[slot] ?? 0) <= wanted;
      case ">":
        return (slots) => (slots[slot] ?? 0) > wanted;
      case ">=":
        return (slots) => (slots[slot] ?? 0) >= wanted;
      default:
        return unreachable(condition.comparison);
    }
  }

  private probe(guard: Guard): Probe {
    const leaves = leavesOf(guard.condition);
    const read = new Set(leaves.map(({ variable }) => this.slots.get(variable)));
    return {
      guard,
      test: this.test(guard.condition),
      sawTrue: false,
      sawFalse: false,
      leaves:
        leaves.length > 1 && leaves.length <= MAX_JUDGED
          ? leaves.map((leaf) => this.comparison(leaf))
          : [],
      seen: new Set(),
      telling: this.telling.filter((slot) => read.has(slot)),
    };
  }

  private probes(parts: readonly { readonly when: Guard | null }[]): readonly Probe[] {
    return parts.flatMap((part) => (part.when ? [this.probe(part.when)] : []));
  }

  private change(effect: Effect): Change {
    const slot = this.slots.get(effect.variable) ?? -1;
    const variable = this.scenario.variables[slot];
    const max = variable ? domainOf(variable).length - 1 : 0;
    return effect.kind === "set"
      ? { slot, set: this.indexOf(effect.variable, effect.value), add: 0, max }
      : { slot, set: null, add: effect.amount, max };
  }

  private answer(
    scene: Scene,
    at: number,
    kind: ProgramAnswerKind,
    choice: Choice,
    calls: Choice[],
  ): ProgramAnswer {
    const call = isCall(this.scenario, scene, choice);
    if (call) calls.push(choice);
    const shows = this.scenario.behaviours.reduce(
      (bits, tag, bit) => (choice.shows.includes(tag) ? bits | (1 << bit) : bits),
      0,
    );
    const answer: ProgramAnswer = {
      index: this.answers.length,
      scene: at,
      kind,
      choice,
      when: kind !== "silence" && choice.when ? this.probe(choice.when) : null,
      after: this.probes([...choice.consequence, ...choice.feedback]),
      changes: choice.effects.map((effect) => this.change(effect)),
      target: choice.target === RETURN ? -1 : (this.places.get(choice.target) ?? -1),
      isWithin: isWithin(this.scenario, scene, choice),
      callBit: call ? 1 << (calls.length - 1) : 0,
      shows,
    };
    this.answers.push(answer);
    return answer;
  }

  private scene(scene: Scene, at: number, calls: Choice[], callers: number[]): ProgramScene {
    const each = (kind: ProgramAnswerKind) => (choice: Choice) =>
      this.answer(scene, at, kind, choice, calls);
    const answers = [
      ...scene.choices.map(each("choice")),
      ...(scene.reply?.rows ?? []).map(each("row")),
      ...(scene.timed ? [scene.timed.silence] : []).map(each("silence")),
    ];
    const caller = calls.length > 0 ? callers.push(at) : 0;
    return {
      scene,
      answers,
      caller,
      lines: this.probes(scene.lines),
      weight: scaledWeight(scene.weight),
      repairs: (scene.repairs ?? []).flatMap((id) => this.places.get(id) ?? []),
    };
  }

  build(): Program {
    const { scenario } = this;
    let callSets = 1;
    const callers: number[] = [];
    const scenes = scenario.scenes.map((scene, at) => {
      const calls: Choice[] = [];
      const built = this.scene(scene, at, calls, callers);
      callSets = Math.max(callSets, 2 ** calls.length);
      return built;
    });
    const sizes = scenario.variables.map((variable) => domainOf(variable).length);
    return {
      scenario,
      sizes,
      starts: scenario.variables.map((variable) => domainOf(variable).indexOf(variable.start)),
      drawn: scenario.variables.flatMap((variable, slot) =>
        variable.drawn === true ? [slot] : [],
      ),
      telling: this.telling,
      cases: combinationsOf(this.telling.map((slot) => sizes[slot] ?? 1)),
      scenes,
      answers: this.answers,
      endingLines: scenario.endings.map((ending) => this.probes(ending.lines)),
      tellings: scenario.endings.map((ending) =>
        tellingsOf(ending).map((told) => this.probes(told)),
      ),
      rules: scenario.rules.map((rule) => ({
        probe: this.probe(rule.when),
        target: this.places.get(rule.target) ?? -1,
      })),
      start: this.places.get(scenario.start) ?? 0,
      callSets,
      callers,
      combinations: combinationsOf(sizes),
    };
  }
}

/** Without `telling` draws, every value of every draw is visited: the same is found, more slowly. */
export function programOf(
  scenario: Scenario,
  telling: readonly number[] = tellingDraws(scenario),
): Program {
  return new ProgramBuilder(scenario, telling).build();
}

/**
 * A scenario as plain data: what the author's MDX means, with the place each part was written.
 * Everything else in this folder reads this shape; nothing here knows text or a framework.
 */
import type { BehaviourTag } from "~/core/behaviour/behaviour";
import type { Position } from "~/core/diagnostic";
import type { DrawnWords, Prose, Script } from "~/core/prose/prose";

/**
 * The version of the language that a stored definition speaks. It is part of every revision, so
 * that an attempt begun on an old one is still played by the old one's rules.
 */
export const SCENARIO_LANGUAGE_VERSION = 2;

export type Value = number | boolean | string;

/** A declared variable. Domains are finite, so that every reachable state can be visited. */
export type Variable =
  | {
      readonly type: "integer";
      readonly name: string;
      readonly min: number;
      readonly max: number;
      readonly start: number;
      /** Drawn from the whole domain at the start of each attempt; `start` is then only an example. */
      readonly drawn?: boolean;
      readonly at: Position;
    }
  | {
      readonly type: "boolean";
      readonly name: string;
      readonly start: boolean;
      /** Drawn from the whole domain at the start of each attempt; `start` is then only an example. */
      readonly drawn?: boolean;
      readonly at: Position;
    }
  | {
      readonly type: "oneOf";
      readonly name: string;
      readonly values: readonly string[];
      readonly start: string;
      /** Drawn from the whole domain at the start of each attempt; `start` is then only an example. */
      readonly drawn?: boolean;
      readonly at: Position;
    };

export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

/** A condition, already type-checked against the declarations. */
export type Condition =
  | { readonly kind: "and"; readonly all: readonly Condition[] }
  | { readonly kind: "or"; readonly any: readonly Condition[] }
  | { readonly kind: "not"; readonly condition: Condition }
  | {
      readonly kind: "compare";
      readonly variable: string;
      readonly comparison: Comparison;
      readonly value: Value;
    };

/** A condition with its source text and place, for explanations and diagnostics. */
export interface Guard {
  readonly condition: Condition;
  /** As its author wrote it, on one line. */
  readonly text: string;
  readonly at: Position;
  /** The same of each part within it, outermost first and as written; absent where nobody wrote them down. */
  readonly parts?: readonly { readonly text: string; readonly at: Position }[];
}

/** What a choice does to a variable. Integers saturate at their bounds. */
export type Effect =
  | {
      readonly kind: "set";
      readonly variable: string;
      readonly value: Value;
      readonly at: Position;
    }
  | {
      readonly kind: "add";
      readonly variable: string;
      readonly amount: number;
      readonly at: Position;
    };

export interface CastMember {
  readonly id: string;
  readonly name: string;
  /** What they are called once the attempt drew it; `name` is said before that. */
  readonly named?: DrawnWords;
  /** Who they are, in a few words: "customer, waiting since nine". */
  readonly role: string;
  readonly at: Position;
}

/** The closed set of moods, from worst to best, so that a change of mood can be told. */
export const moods = [
  "furious",
  "angry",
  "upset",
  "worried",
  "tired",
  "neutral",
  "hopeful",
  "relieved",
  "warm",
  "delighted",
] as const;
export type Mood = (typeof moods)[number];

/** Something said (by a cast member) or seen (`speaker: null`: the narrator). */
export interface Line<Words = Script> {
  readonly speaker: string | null;
  readonly mood: Mood | null;
  readonly text: Words;
  readonly when: Guard | null;
  readonly at: Position;
}

export interface Feedback<Words = Script> {
  readonly text: Words;
  readonly when: Guard | null;
  readonly at: Position;
}

export interface Choice<Words = Script> {
  /** Unique within its scene; the author's name or one derived from its place. Never sent to a browser. */
  readonly id: string;
  /** What the learner says or does. */
  readonly text: Words;
  readonly when: Guard | null;
  readonly effects: readonly Effect[];
  readonly shows: readonly BehaviourTag[];
  /** Named misses, for feedback; scoring derives misses from what was offered. */
  readonly misses: readonly BehaviourTag[];
  /** What the other person says or does at once: it comes before any explanation. */
  readonly consequence: readonly Line<Words>[];
  /** Why, and what to try: shown after the consequence in practice, at the end in an official run. */
  readonly feedback: readonly Feedback<Words>[];
  /** The id of a scene or an ending. */
  readonly target: string;
  readonly at: Position;
}

/** A moment that does not wait for ever. Running out is an event that the page submits, never one that fires by itself. */
export interface TimeLimit {
  /** How long the learner has at least. */
  readonly seconds: number;
  /** What follows from saying nothing; its `text` tells it. */
  readonly silence: Choice;
}

/** One row of the rubric of a typed reply: taken when a phrase is found and none of `unless` is. */
export interface ReplyRow extends Choice {
  /** As in `must be ... annoying/frustrating`; empty for the fallback, which takes whatever is left. */
  readonly phrases: readonly string[];
  /** Where each of `phrases` is written, in the same order. */
  readonly phrasesAt?: readonly Position[];
  readonly unless: readonly string[];
}

/** The learner answers in their own words; rows are tried in the order written. */
export interface Reply {
  readonly prompt: string;
  readonly rows: readonly ReplyRow[];
  readonly at: Position;
}

/** The target of a choice that ends an interlude: back to the scene that called it. */
export const RETURN = "return";

export interface Scene {
  readonly id: string;
  readonly lines: readonly Line[];
  readonly choices: readonly Choice[];
  /** A typed reply in place of choices to pick from, or beside them. */
  readonly reply?: Reply;
  readonly timed?: TimeLimit;
  /** Part of a detour that several scenes may call: it may lead to `return`, and on to more of the detour. */
  readonly interlude?: boolean;
  /** Earlier scenes whose misses can be repaired here: a repaired miss counts 0.8. */
  readonly repairs?: readonly string[];
  /** Where each of `repairs` is written, in the same order. */
  readonly repairsAt?: readonly Position[];
  /** How much this moment counts in the score; 1 unless the author says otherwise. */
  readonly weight: number;
  readonly at: Position;
}

/** What kinds of moment a role-play is about, so that a set can be seen to have some of each. */
export const scenarioKinds = [
  "colleagues",
  "wronged",
  "saying-no",
  "abuse",
  "managers",
  "leaders",
] as const;
export type ScenarioKind = (typeof scenarioKinds)[number];

export type Outcome = "passed" | "failed";

/** What an ending tells where a condition holds. */
export interface Telling {
  readonly text: Script;
  readonly when: Guard;
  readonly at: Position;
}

export interface Ending {
  readonly id: string;
  readonly title: string;
  readonly outcome: Outcome;
  readonly lines: readonly Line[];
  /** What the other person felt, in their words. */
  readonly felt: Script;
  /** Told in place of `felt`: the first whose condition holds. */
  readonly feltWhen?: readonly Telling[];
  /** What the other person tells their friends tonight. */
  readonly tonight: Script;
  /** Told in place of `tonight`: the first whose condition holds. */
  readonly tonightWhen?: readonly Telling[];
  readonly at: Position;
}

/** A standing rule: wherever we are, when this holds, go there. Earlier rules win. */
export interface StandingRule {
  readonly when: Guard;
  /** The id of an ending: a standing rule leaves everything it watches. */
  readonly target: string;
  readonly at: Position;
}

/** What an official run needs besides an ending with outcome `passed`. */
export interface PassRule {
  /** p in Σ weight × (shown − p × offered) ≥ 0; null where only the ending decides. */
  readonly mark: number | null;
  /** Behaviours that must have been shown (repairs count) at least once. */
  readonly requires: readonly BehaviourTag[];
  readonly at: Position;
}

export interface Scenario {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** Minutes a first play takes, as the author states it. */
  readonly minutes: number;
  /** Where facts stand that findings point at. */
  readonly places?: { readonly minutes: Position; readonly behaviours: Position };
  readonly channel: "desk" | "phone" | "chat" | "email" | "corridor";
  /** Where and when, in one line. */
  readonly setting: string;
  /** Who the learner is here, in one line. */
  readonly role: string;
  readonly behaviours: readonly BehaviourTag[];
  /** Absent where the author names none. */
  readonly kinds?: readonly ScenarioKind[];
  /** What the learner reads before the first moment. */
  readonly briefing: Prose;
  readonly cast: readonly CastMember[];
  readonly variables: readonly Variable[];
  readonly rules: readonly StandingRule[];
  readonly start: string;
  readonly scenes: readonly Scene[];
  readonly endings: readonly Ending[];
  readonly pass: PassRule;
}

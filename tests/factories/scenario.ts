/** Whole valid scenario definitions with overrides. */
import type { Choice, Condition, Ending, Guard, Scenario, Scene } from "~/core/scenario/definition";
import type { Prose } from "~/core/prose/prose";

export const somewhere = { line: 1, column: 1 } as const;

export function prose(text: string): Prose {
  return [{ kind: "paragraph", children: [{ kind: "text", text }] }];
}

export function aGuard(condition: Condition, text = "…"): Guard {
  return { condition, text, at: somewhere };
}

export function aChoice(overrides: Partial<Choice> = {}): Choice {
  return {
    id: "say-back",
    text: prose("So you waited all morning, and nobody came?"),
    when: null,
    effects: [],
    shows: ["listening"],
    misses: [],
    consequence: [
      { speaker: "rosa", mood: "hopeful", text: prose("Yes!"), when: null, at: somewhere },
    ],
    feedback: [{ text: prose("She heard that you heard."), when: null, at: somewhere }],
    target: "thanks",
    at: somewhere,
    ...overrides,
  };
}

export function aScene(overrides: Partial<Scene> = {}): Scene {
  return {
    id: "opening",
    lines: [
      {
        speaker: "rosa",
        mood: "worried",
        text: prose("Where is my parcel?"),
        when: null,
        at: somewhere,
      },
    ],
    choices: [
      aChoice(),
      aChoice({
        id: "point",
        text: prose("You need the other counter."),
        shows: [],
        misses: ["listening"],
        target: "leaves",
      }),
    ],
    weight: 1,
    at: somewhere,
    ...overrides,
  };
}

export function anEnding(overrides: Partial<Ending> = {}): Ending {
  return {
    id: "thanks",
    title: "She thanks you",
    outcome: "passed",
    lines: [],
    felt: prose("Somebody listened."),
    tonight: prose("The new one at the parcel shop is good."),
    at: somewhere,
    ...overrides,
  };
}

export function aScenario(overrides: Partial<Scenario> = {}): Scenario {
  return {
    slug: "lost-parcel",
    title: "The lost parcel",
    summary: "A parcel that everybody says somebody else has.",
    minutes: 4,
    channel: "desk",
    setting: "A parcel shop, Saturday, ten past nine",
    role: "You are behind the counter",
    behaviours: ["listening"],
    briefing: prose("Your colleague is at lunch."),
    cast: [{ id: "rosa", name: "Rosa Almeida", role: "customer", at: somewhere }],
    variables: [],
    rules: [],
    start: "opening",
    scenes: [aScene()],
    endings: [anEnding(), anEnding({ id: "leaves", title: "She leaves", outcome: "failed" })],
    pass: { mark: null, requires: [], at: somewhere },
    ...overrides,
  };
}

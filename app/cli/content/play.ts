/** `content play SLUG`: a scenario in the terminal, by the same rules as on the page. */
import { createInterface } from "node:readline/promises";
import { randomInt } from "node:crypto";
import type { Readable, Writable } from "node:stream";
import { plainText } from "~/core/prose/prose";
import { decide, follow, type AttemptCommand, type AttemptState } from "~/core/scenario/attempt";
import type { Scenario, Value } from "~/core/scenario/definition";
import { drawValues } from "~/core/scenario/draws";
import { presentMoment, type Said } from "~/core/scenario/moment";
import { scoreOf } from "~/core/scenario/scoring";

const said = ({ speaker, mood, text }: Said) =>
  `  ${speaker ? speaker.name : "…"}${mood ? ` (${mood})` : ""}: ${plainText(text)}`;

function showMoment(scenario: Scenario, state: AttemptState): string {
  const moment = presentMoment(scenario, state);
  const lines = [...moment.consequence, ...moment.lines].map(said);
  const choices = moment.choices.map(
    (choice, index) => `  ${index + 1}. ${plainText(choice.text)}`,
  );
  const more = [
    ...(moment.reply ? [`  Or type: ${moment.reply.prompt}`] : []),
    ...(moment.clock?.canPass === true
      ? ["  Or an empty line: say nothing until time runs out."]
      : []),
  ];
  return ["", ...lines, "", ...choices, ...more].join("\n");
}

/** What can be typed here, for somebody who typed something else. */
function whatToType(scenario: Scenario, state: AttemptState): string {
  const { choices, reply, clock } = presentMoment(scenario, state);
  const ways = [
    ...(choices.length > 0 ? ["the number of a choice"] : []),
    ...(reply ? ["your own words"] : []),
    ...(clock?.canPass === true ? ["nothing at all, to say nothing"] : []),
  ];
  return `  That is not on offer here; type ${ways.join(" or ")}.\n`;
}

function commandFor(scenario: Scenario, state: AttemptState, typed: string): AttemptCommand | null {
  const moment = presentMoment(scenario, state);
  const scene = moment.scene ?? "";
  const choice = /^\d+$/.test(typed.trim()) ? moment.choices[Number(typed) - 1] : undefined;
  if (choice) return { type: "choose", scene, choice: choice.choice };
  if (typed.trim() === "" && moment.clock?.canPass === true) {
    return { type: "silence", scene, elapsedSeconds: moment.clock.seconds ?? 0 };
  }
  return moment.reply && typed.trim() !== "" ? { type: "reply", scene, words: typed } : null;
}

function result(scenario: Scenario, state: AttemptState): string {
  const { ending } = presentMoment(scenario, state);
  const score = scoreOf(scenario, state);
  return [
    showMoment(scenario, state),
    `  ${ending?.title ?? ""}: ${score.passed ? "passed" : "not passed"}`,
    `  They felt: ${plainText(ending?.felt ?? [])}`,
    `  Tonight: ${plainText(ending?.tonight ?? [])}`,
    ...score.behaviours.map(
      ({ behaviour, shown, offered }) => `  ${behaviour}: ${shown} of ${offered}`,
    ),
  ].join("\n");
}

/** The same numbers for the same seed, by the method known as mulberry32. */
function seeded(seed: number): (count: number) => number {
  let state = seed >>> 0;
  return (count) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  };
}

export type Draws = Readonly<Record<string, Value>>;

export interface Played {
  readonly state: AttemptState;
  readonly draws: Draws;
}

/** Null where the input ended before the scenario did. */
export async function playScenario(
  scenario: Scenario,
  input: Readable,
  output: Writable,
  seed: number | null = null,
): Promise<Played | null> {
  const own = seed ?? randomInt(1_000_000);
  const draws = drawValues(scenario, seeded(own)) ?? {};
  const begun = follow(scenario, null, { type: "attempt.started", draws, time: "stated" });
  if (!begun.ok) return null;
  let state = begun.value;
  const drawn = Object.entries(draws).map(([variable, value]) => `${variable} = ${String(value)}`);
  if (drawn.length > 0) {
    output.write(`Drawn: ${drawn.join(", ")}. Play the same again with --seed ${own}.\n\n`);
  }
  const reader = createInterface({ input });
  output.write(
    `${scenario.title}\n${plainText(scenario.briefing)}\n${showMoment(scenario, state)}\n> `,
  );
  for await (const typed of reader) {
    const command = commandFor(scenario, state, typed);
    const decided = command && decide(scenario, state, command);
    if (decided?.ok) state = decided.value.state;
    else output.write(whatToType(scenario, state));
    if (state.play.place.kind === "ending") break;
    output.write(`${showMoment(scenario, state)}\n> `);
  }
  reader.close();
  if (state.play.place.kind !== "ending") return null;
  output.write(`${result(scenario, state)}\n`);
  return { state, draws };
}

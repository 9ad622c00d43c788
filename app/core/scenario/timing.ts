/**
 * Time at a moment that does not wait for ever. The clock runs in nobody's core: the server measures,
 * the page submits that it ran out, and here is only whether that may be so yet.
 */
import type { TimeSetting } from "./attempt-event";
import type { Scenario } from "./definition";
import { lookupOf } from "./lookup";
import { presentScene, type PlayState } from "./play";

/** Ten times is what WCAG 2.2.1 asks for where a time limit can be adjusted. */
const factors = { stated: 1, tenfold: 10 } as const;

/** A page's clock and ours differ a little. */
const TOLERANCE_SECONDS = 1;

export interface Clock {
  /** Seconds from arriving until saying nothing may be submitted; null: at once, no clock is shown. */
  readonly seconds: number | null;
  /** The page submits that time ran out. Otherwise the clock is advice, and the learner lets the moment pass. */
  readonly decides: boolean;
  /** Saying nothing answers the present moment. It does not in an interlude, while its caller's clock goes on. */
  readonly canPass: boolean;
}

export function hasTimedMoments(scenario: Scenario): boolean {
  return scenario.scenes.some(({ timed }) => timed !== undefined);
}

/** The clock of the present moment; null where it waits for ever. */
export function clockOf(scenario: Scenario, play: PlayState, time: TimeSetting): Clock | null {
  const scene = presentScene(scenario, play);
  const caller = play.caller === null ? undefined : lookupOf(scenario).scenes.get(play.caller);
  const timed = scene?.timed ?? caller?.timed;
  if (!timed) return null;
  const canPass = scene?.timed !== undefined;
  if (time === "none") return canPass ? { seconds: null, decides: false, canPass } : null;
  return { seconds: timed.seconds * factors[time], decides: time === "stated", canPass };
}

/** Seconds until saying nothing may be submitted; 0 once it may. */
export function secondsLeft({ seconds }: Clock, elapsedSeconds: number): number {
  return seconds === null ? 0 : Math.max(0, seconds - Math.max(0, elapsedSeconds));
}

export function isTooSoon(clock: Clock, elapsedSeconds: number): boolean {
  return secondsLeft(clock, elapsedSeconds) > TOLERANCE_SECONDS;
}

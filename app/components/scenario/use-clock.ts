import { useMachine } from "@xstate/react";
import { useEffect, useRef } from "react";
import { clockMachine } from "./clock.machine";

/** The server's reading of a clock, as it was when the page was made. */
export interface ClockReading {
  /** Null where no clock is shown. */
  readonly seconds: number | null;
  readonly left: number;
  readonly decides: boolean;
  readonly canPass: boolean;
}

interface Signals {
  readonly clock: ClockReading | null;
  readonly unsent: object | null;
  readonly isBusy: boolean;
}

const TICK_MILLISECONDS = 250;
/** A page that slept longer than this past the end did not show how the clock ran out. */
const LATEST_SECONDS = 3;

function readingOf(clock: ClockReading | null) {
  if (clock === null || clock.seconds === null) return null;
  return { left: clock.left, decides: clock.decides && clock.canPass };
}

/** Tells the clock's machine what the page learns from its props, the navigation and the time. */
export function useClock({ clock, unsent, isBusy }: Signals) {
  const [snapshot, send] = useMachine(clockMachine, { input: { reading: readingOf(clock) } });
  const state = snapshot.value;
  const seen = useRef({ clock, unsent, isBusy });
  const started = useRef<{ readonly clock: ClockReading; readonly end: number } | null>(null);
  useEffect(() => {
    const before = seen.current;
    seen.current = { clock, unsent, isBusy };
    // What was lost on the way comes first: it may bring a reading of the same moment with it.
    if (unsent !== null && before.unsent !== unsent) send({ type: "answer.lost" });
    else if (before.clock !== clock) send({ type: "moment.shown", reading: readingOf(clock) });
    else if (isBusy && !before.isBusy) send({ type: "answer.begun" });
  }, [clock, unsent, isBusy, send]);
  useEffect(() => {
    if (state !== "running" || clock === null) return;
    if (started.current?.clock !== clock) {
      started.current = { clock, end: performance.now() + clock.left * 1000 };
    }
    const { end } = started.current;
    const interval = setInterval(() => {
      const left = (end - performance.now()) / 1000;
      const isWatched = document.visibilityState === "visible" && left > -LATEST_SECONDS;
      send({ type: "clock.ticked", left, isWatched });
    }, TICK_MILLISECONDS);
    return () => clearInterval(interval);
  }, [state, clock, send]);
  return { state, left: snapshot.context.left };
}

import type { TimeSetting } from "~/core/scenario/attempt-event";

/** How a run treats timed moments, in a few words. */
export const timeInWords: Readonly<Record<TimeSetting, string>> = {
  stated: "With the clock",
  tenfold: "With ten times as long",
  none: "Without a clock",
};

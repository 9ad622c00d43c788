import { assign, setup } from "xstate";

/** What the server said of the clock when the moment was shown. */
export interface Reading {
  readonly left: number;
  /** Time that runs out is submitted; otherwise the clock is advice. */
  readonly decides: boolean;
}

type Context = Reading;

const noReading: Reading = { left: 0, decides: false };

/**
 * The clock of a moment, as the page shows it. Only a clock that ran out before somebody's eyes lets
 * the moment pass: after a reload, a sleep or a lost connection the learner decides.
 */
export const clockMachine = setup({
  types: {
    context: {} as Context,
    input: {} as { reading: Reading | null },
    events: {} as
      | { type: "moment.shown"; reading: Reading | null }
      | { type: "clock.ticked"; left: number; isWatched: boolean }
      | { type: "answer.begun" }
      | { type: "answer.lost" },
  },
  guards: {
    isAbsent: (_, params: { reading: Reading | null }) => params.reading === null,
    isOver: (_, params: { left: number }) => params.left <= 0,
    letsPass: ({ context }, params: { left: number; isWatched: boolean }) =>
      params.left <= 0 && context.decides && params.isWatched,
  },
  actions: {
    read: assign((_, params: { reading: Reading | null }) => params.reading ?? noReading),
    setLeft: assign((_, params: { left: number }) => ({ left: Math.max(0, params.left) })),
  },
}).createMachine({
  id: "clock",
  context: ({ input }) => input.reading ?? noReading,
  initial: "deciding",
  on: {
    "moment.shown": [
      {
        guard: { type: "isAbsent", params: ({ event }) => event },
        target: ".absent",
      },
      {
        target: ".deciding",
        actions: { type: "read", params: ({ event }) => event },
      },
    ],
  },
  states: {
    absent: {},
    deciding: {
      always: [
        { guard: { type: "isOver", params: ({ context }) => context }, target: "over" },
        { target: "running" },
      ],
    },
    running: {
      on: {
        "clock.ticked": [
          {
            guard: { type: "letsPass", params: ({ event }) => event },
            target: "passing",
            actions: { type: "setLeft", params: ({ event }) => event },
          },
          {
            guard: { type: "isOver", params: ({ event }) => event },
            target: "over",
            actions: { type: "setLeft", params: ({ event }) => event },
          },
          { actions: { type: "setLeft", params: ({ event }) => event } },
        ],
        "answer.begun": "stopped",
      },
    },
    /** The silence is on its way to the log. */
    passing: { on: { "answer.lost": "over" } },
    /** Time is up, and the learner decides. */
    over: { on: { "answer.begun": "stopped" } },
    /** An answer is on its way: what becomes of it is told by the next moment that is shown. */
    stopped: {},
  },
});

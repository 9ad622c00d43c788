import { assign, setup } from "xstate";

/**
 * Where one answer is on its way from the page to the log. It is only about the page: what counts
 * is what the server recorded, and a new sequence number is how the page hears of it.
 */
export const savingMachine = setup({
  types: {
    context: {} as { choice: string | null },
    events: {} as
      | { type: "choice.made"; choice: string }
      | { type: "moment.changed" }
      | { type: "answer.lost" }
      | { type: "answer.refused" }
      | { type: "answer.overtaken" },
  },
  actions: {
    rememberChoice: assign((_, params: { choice: string }) => ({ choice: params.choice })),
    forgetChoice: assign({ choice: null }),
  },
}).createMachine({
  id: "saving",
  context: { choice: null },
  initial: "awaitingChoice",
  on: {
    "moment.changed": { target: ".saved", actions: "forgetChoice" },
    /** The moment went on without this answer: with one from another window. */
    "answer.overtaken": { target: ".awaitingChoice", actions: "forgetChoice" },
  },
  states: {
    awaitingChoice: {
      on: {
        "choice.made": {
          target: "saving",
          actions: { type: "rememberChoice", params: ({ event }) => ({ choice: event.choice }) },
        },
      },
    },
    saving: {
      on: {
        "answer.lost": "notSaved",
        "answer.refused": { target: "awaitingChoice", actions: "forgetChoice" },
      },
    },
    /** The answer before this one is in the log; the present moment waits for the next. */
    saved: {
      on: {
        "choice.made": {
          target: "saving",
          actions: { type: "rememberChoice", params: ({ event }) => ({ choice: event.choice }) },
        },
      },
    },
    notSaved: {
      on: {
        "choice.made": {
          target: "saving",
          actions: { type: "rememberChoice", params: ({ event }) => ({ choice: event.choice }) },
        },
      },
    },
  },
});

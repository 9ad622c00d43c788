/**
 * What an attempt's event is without the learner's own words. It names every kind of event, so that
 * a new kind does not compile until somebody has said what of it is a person's.
 */
import type { AttemptEvent } from "./attempt-event";

/** The attempt replays as before: what was matched is not what was typed. */
export function withoutWords(event: AttemptEvent): AttemptEvent {
  switch (event.type) {
    case "reply.typed":
      return { ...event, words: null };
    case "attempt.started":
    case "choice.made":
    case "time.ranOut":
    case "attempt.rewound":
      return event;
  }
}

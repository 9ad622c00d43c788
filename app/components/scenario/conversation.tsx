import type { ReactNode } from "react";
import { ProseText } from "~/components/ui/prose-text";
import { SpeakerPortrait } from "./speaker-portrait";
import type { Answered, Said, Speaker, Turn } from "~/core/scenario/moment";

interface ConversationProps {
  readonly turns: readonly Turn[];
  /** What the list is, for those who hear it. */
  readonly label: string;
  /** New turns settle in; earlier ones are simply there. */
  readonly fresh?: boolean;
  /** What stands under an answer of the learner's: a way back to it. */
  readonly under?: ((answer: Answered) => ReactNode) | undefined;
}

/** What was said, in order, newest last. */
export function Conversation({ turns, label, fresh, under }: ConversationProps) {
  if (turns.length === 0) return null;
  return (
    <ol aria-label={label} className={fresh === true ? "talk talk-fresh" : "talk"}>
      {turns.map((turn, at) => (
        <li key={at}>
          {turn.kind === "answered" ? (
            <>
              <Own turn={turn} />
              {under?.(turn)}
            </>
          ) : turn.speaker === null ? (
            <Narrated turn={turn} />
          ) : (
            <Theirs turn={turn} speaker={turn.speaker} goesOn={goesOn(turns, at)} />
          )}
        </li>
      ))}
    </ol>
  );
}

/** The same person in the same mood goes on talking: no need to introduce them again. */
function goesOn(turns: readonly Turn[], at: number): boolean {
  const [before, now] = [turns[at - 1], turns[at]];
  return (
    before?.kind === "said" &&
    now?.kind === "said" &&
    before.speaker?.id === now.speaker?.id &&
    (now.mood === null || before.mood === now.mood)
  );
}

function Own({ turn }: { readonly turn: Answered }) {
  return (
    <div className="talk-own">
      <p className="sr-only">You:</p>
      <ProseText prose={turn.text} className="talk-bubble talk-bubble-own" />
    </div>
  );
}

function Narrated({ turn }: { readonly turn: Said }) {
  return <ProseText prose={turn.text} className="talk-narrated" />;
}

interface TheirsProps {
  readonly turn: Said;
  readonly speaker: Speaker;
  readonly goesOn: boolean;
}

function Theirs({ turn, speaker, goesOn }: TheirsProps) {
  return (
    <div className="talk-theirs">
      <div className="talk-face">
        {goesOn ? null : (
          <SpeakerPortrait
            speaker={speaker}
            mood={turn.mood ?? "neutral"}
            className="size-11 sm:size-13"
          />
        )}
      </div>
      <div className="min-w-0">
        <p className={goesOn ? "sr-only" : "mb-1 text-sm"}>
          <span className="font-medium">{speaker.name}</span>
          {turn.mood && turn.mood !== "neutral" ? (
            <span className="text-ink-soft">, {turn.mood}</span>
          ) : null}
          <span className="sr-only">:</span>
        </p>
        <ProseText prose={turn.text} className="talk-bubble" />
      </div>
    </div>
  );
}

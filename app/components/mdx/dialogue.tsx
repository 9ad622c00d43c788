import { Link, useSearchParams } from "@remix-run/react";
import { LessonForm } from "~/components/lesson/lesson-form";
import { useLessonState, type DialogueState } from "~/components/lesson/lesson-state";
import { Plate } from "~/components/lesson/plate";
import { askedFor } from "~/components/scenario/asked";
import { Portrait } from "~/components/scenario/portrait";
import { lastSpeaker } from "~/components/scenario/turn";
import { Icon } from "~/components/ui/icon";
import { ProseInline, ProseText } from "~/components/ui/prose-text";
import { Status } from "~/components/ui/status";
import type { Turn } from "~/core/scenario/moment";
import { plainText } from "~/core/prose/prose";
import { RarerSheet } from "./rarer-sheet";

/** A small talk to try out, a moment at a time. Its way stands in the address and nowhere else. */
export function Dialogue({ id }: { readonly id: string }) {
  const { dialogue } = useLessonState();
  if (dialogue?.id !== id) return null;
  const { title, briefing, before, consequence, feedback, lines, ending } = dialogue;
  const present = [...consequence, ...lines];
  const heard = [...before, ...present];
  const other = lastSpeaker(heard);
  return (
    <Plate id={anchorOf(id)} icon="speech" kind="Try it in your head" label={`Try it: ${title}`}>
      <RarerSheet />
      <div className="flex items-center gap-4">
        {other === null ? null : (
          <Portrait
            person={other.speaker.id}
            dress={other.speaker.dress}
            mood={other.mood}
            className="size-16 sm:size-18"
          />
        )}
        <div className="min-w-0">
          <h3 className="text-xl">{title}</h3>
          {other === null ? null : (
            <p className="text-sm text-ink-soft">
              {other.speaker.name}, {other.speaker.role}
            </p>
          )}
        </div>
      </div>
      {before.length === 0 ? <ProseText prose={briefing} className="mt-4" /> : null}
      <Turns turns={before} label="So far" />
      <Turns turns={consequence} label="At once" />
      {feedback.map((prose, at) => (
        <div key={at} className="dialogue-why">
          <ProseText prose={prose} />
        </div>
      ))}
      <Turns turns={lines} label="Now" />
      {ending === null ? <Choices dialogue={dialogue} /> : <Ending ending={ending} />}
      <Ways dialogue={dialogue} />
      <Status className="sr-only">
        {before.length === 0 ? null : present.map(({ text }) => plainText(text)).join(" ")}
      </Status>
    </Plate>
  );
}

function anchorOf(id: string): string {
  return `dialogue-${id}`;
}

function Turns({ turns, label }: { readonly turns: readonly Turn[]; readonly label: string }) {
  if (turns.length === 0) return null;
  return (
    <ol aria-label={label} className="dialogue-turns">
      {turns.map((turn, at) => {
        const own = turn.kind === "answered";
        const by = own ? "You" : (turn.speaker?.name ?? null);
        return (
          <li key={at} className={own ? "said said-own" : "said"}>
            {by === null ? null : (
              <p className="said-by">
                {by}
                {own || turn.mood === null || turn.mood === "neutral" ? null : `, ${turn.mood}`}
              </p>
            )}
            <ProseText
              prose={turn.text}
              className={by === null ? "said-words italic" : "said-words"}
            />
          </li>
        );
      })}
    </ol>
  );
}

/** What else stands in the address stays there: in a preview the answers do. */
function useKept(): readonly (readonly [string, string])[] {
  const [search] = useSearchParams();
  return [...search].filter(([name]) => name !== "talk");
}

function Choices({ dialogue: { id, choices } }: { readonly dialogue: DialogueState }) {
  const kept = useKept();
  if (choices.length === 0) return null;
  const asked = askedFor(choices);
  return (
    <LessonForm
      method="get"
      action={`#${anchorOf(id)}`}
      aria-label={asked}
      className="mt-5 space-y-2.5"
    >
      {kept.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <p className="text-sm font-medium text-ink-soft">{asked}</p>
      {choices.map(({ value, text }) => (
        <button key={value} name="talk" value={value} className="dialogue-choice">
          <ProseInline prose={text} />
        </button>
      ))}
    </LessonForm>
  );
}

function Ending({ ending }: { readonly ending: NonNullable<DialogueState["ending"]> }) {
  return (
    <div className="dialogue-ending">
      <h4 className="text-lg">{ending.title}</h4>
      <ProseText prose={ending.felt} className="mt-1 font-serif italic" />
      <p className="mt-3 text-sm font-medium text-ink-soft">Tonight, to a friend</p>
      <ProseText prose={ending.tonight} className="font-serif" />
    </div>
  );
}

function Ways({ dialogue: { id, back, ending } }: { readonly dialogue: DialogueState }) {
  const kept = useKept();
  if (back === null) {
    return (
      <p className="mt-4 text-sm text-ink-soft">
        Nothing is kept or counted. Try the answers that you would really give.
      </p>
    );
  }
  const to = (talk: readonly (readonly [string, string])[]) => {
    const search = new URLSearchParams([...kept, ...talk].map(([name, value]) => [name, value]));
    return { search: search.size === 0 ? "" : `?${search.toString()}`, hash: `#${anchorOf(id)}` };
  };
  const look = "inline-flex min-h-11 items-center gap-2 text-link underline underline-offset-4";
  return (
    <p className="screen-only mt-4 flex flex-wrap gap-x-6">
      <Link to={to([["talk", back]])} preventScrollReset className={look}>
        <Icon name="arrow-left" className="size-4" />
        One step back
      </Link>
      <Link to={to([])} preventScrollReset className={look}>
        <Icon name="retry" className="size-4" />
        {ending === null ? "From the start" : "Try it another way"}
      </Link>
    </p>
  );
}

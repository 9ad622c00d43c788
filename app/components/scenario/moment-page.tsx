import { useEffect, useRef, type ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "~/components/shell/breadcrumbs";
import { classes } from "~/components/ui/classes";
import type { Prose } from "~/core/prose/prose";
import { ChannelText, type Channel } from "./channel";
import { Conversation } from "./conversation";
import { FeedbackNote } from "./feedback-note";
import { SpeakerPortrait } from "./speaker-portrait";
import type { TimeSetting } from "~/core/scenario/attempt-event";
import type { Answered, Said, Turn } from "~/core/scenario/moment";
import { ModeTag } from "./mode-tag";
import { timeInWords } from "./time-text";
import { lastSpeaker } from "./turn";

export interface MomentPageProps {
  readonly title: string;
  readonly channel: Channel;
  readonly setting: string;
  readonly role: string;
  readonly mode: "practice" | "official";
  readonly shared?: boolean;
  readonly trail: readonly Crumb[];
  readonly seq: number;
  /** The conversation before the present moment, up to the last answer. */
  readonly before: readonly Turn[];
  /** What the last answer brought about at once. */
  readonly consequence: readonly Said[];
  /** On the last answer; empty in an official run. */
  readonly feedback: readonly Prose[];
  /** The lines of the present moment. */
  readonly lines: readonly Said[];
  /** How its timed moments are treated; null where it has none. */
  readonly time?: TimeSetting | null;
  /** How much time there is for the present moment; it stays in sight. */
  readonly timer?: ReactNode;
  readonly notice?: ReactNode;
  /** A way back to an answer given before: practice alone has one. */
  readonly wayBack?: ((answer: Answered) => ReactNode) | undefined;
  /** The form, or whatever follows the lines. */
  readonly children: ReactNode;
}

/** The present moment of a role-play, as a conversation with a person. */
export function MomentPage(props: MomentPageProps) {
  const {
    title,
    channel,
    setting,
    role,
    mode,
    shared = false,
    time = null,
    trail,
    notice,
    timer,
    wayBack,
    children,
  } = props;
  const { seq, before, consequence, feedback, lines } = props;
  const now = useArrival(seq);
  const lastAnswer = before.findLastIndex((turn) => turn.kind === "answered");
  const earlier = lastAnswer < 0 ? [] : before.slice(0, lastAnswer);
  const answered = lastAnswer < 0 ? before : before.slice(lastAnswer);
  return (
    <div className="moment">
      <header className="moment-head">
        <Breadcrumbs trail={trail} />
        <h1 className="mt-2 text-2xl">{title}</h1>
        <p className={seq > 1 ? "mt-1.5 text-ink-soft max-md:sr-only" : "mt-1.5 text-ink-soft"}>
          {setting}
        </p>
        <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-soft">
          <ModeTag mode={mode} shared={shared} />
          {time === null ? null : <span>{timeInWords[time]}</span>}
          <ChannelText channel={channel} />
        </p>
      </header>
      <WhoIsHere turns={[...before, ...consequence, ...lines]} role={role} channel={channel} />
      <div className="moment-talk">
        {timer}
        {earlier.length > 0 ? (
          <details className="mb-5">
            <summary className="inline-flex min-h-11 items-center text-sm text-link underline underline-offset-4">
              What was said before
            </summary>
            <div className="pt-3">
              <Conversation turns={earlier} label="Earlier" under={wayBack} />
            </div>
          </details>
        ) : null}
        <section ref={now} tabIndex={-1} aria-label="Now" className="scroll-mt-24" id="now">
          {notice ? <div className="mb-6">{notice}</div> : null}
          <Conversation
            turns={[...answered, ...consequence]}
            label="Your answer and what it led to"
            fresh
            under={wayBack}
          />
          <FeedbackNote feedback={feedback} />
          <Conversation turns={lines} label="Now" fresh />
        </section>
        <div className="mt-8 border-t border-line pt-6">{children}</div>
      </div>
    </div>
  );
}

/** Nobody sees a face on the telephone, nor hears a voice in a chat. */
const howItIsKnown: Readonly<Record<Channel, string>> = {
  desk: "Looks",
  corridor: "Looks",
  phone: "Sounds",
  chat: "Seems",
  email: "Seems",
};

interface WhoIsHereProps {
  readonly channel: Channel;
  readonly turns: readonly Turn[];
  readonly role: string;
}

/** Beside the talk where there is room; on a phone the talk itself shows who is here. */
function WhoIsHere({ turns, role, channel }: WhoIsHereProps) {
  const present = lastSpeaker(turns);
  return (
    <aside aria-label="Who is here" className="moment-person max-md:sr-only">
      {present ? (
        <>
          <SpeakerPortrait {...present} className="size-36" />
          <p className="mt-4 font-serif text-lg leading-tight font-medium">
            {present.speaker.name}
          </p>
          <p className="text-sm text-ink-soft">{present.speaker.role}</p>
          {present.mood === "neutral" ? null : (
            <p className="mt-1.5 text-sm">
              {howItIsKnown[channel]} <strong className="font-medium">{present.mood}</strong>
            </p>
          )}
        </>
      ) : null}
      <p className={classes("text-sm text-ink-soft", present && "mt-4 border-t border-line pt-4")}>
        <span className="block font-medium text-ink">Your part</span> {role}
      </p>
    </aside>
  );
}

/** When a new moment arrives without a page load, reading goes on at its beginning. */
function useArrival(seq: number) {
  const now = useRef<HTMLElement>(null);
  const shown = useRef(seq);
  useEffect(() => {
    if (shown.current === seq) return;
    shown.current = seq;
    now.current?.focus({ preventScroll: true });
    now.current?.scrollIntoView({ block: "start" });
  }, [seq]);
  return now;
}

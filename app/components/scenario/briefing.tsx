import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "~/components/shell/breadcrumbs";
import { Button } from "~/components/ui/button";
import { Icon } from "~/components/ui/icon";
import { ProseText } from "~/components/ui/prose-text";
import { BehaviourTags } from "~/components/ui/tag";
import type { TimeSetting } from "~/core/scenario/attempt-event";
import type { Prose } from "~/core/prose/prose";
import { ChannelText, type Channel } from "./channel";
import { Portrait } from "./portrait";
import { TimeChoice } from "./time-choice";
import type { Speaker } from "./turn";

export interface BriefingProps {
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly channel: Channel;
  readonly setting: string;
  readonly role: string;
  /** Names, not tags. */
  readonly behaviours: readonly string[];
  readonly briefing: Prose;
  readonly cast: readonly Speaker[];
  readonly trail: readonly Crumb[];
  /** Which way of playing is the likelier one now. */
  readonly suggested?: "practice" | "official";
  /** How the person is likely to want timed moments; null where there are none. */
  readonly time?: TimeSetting | null;
  /** Above the ways to play: an attempt that waits to be gone on with, for instance. */
  readonly standing?: ReactNode;
}

/** What one knows before the door opens. */
export function Briefing(props: BriefingProps) {
  const { title, summary, minutes, channel, setting, role, trail, standing } = props;
  const { behaviours, briefing, cast, suggested = "practice", time = null } = props;
  return (
    <article className="mx-auto max-w-talk">
      <Breadcrumbs trail={trail} />
      <h1 className="mt-4 text-3xl">{title}</h1>
      <p className="mt-3 font-serif text-lg text-ink-soft">{summary}</p>
      <p className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2 text-sm text-ink-soft">
        <span className="inline-flex items-center gap-1.5">
          <Icon name="clock" className="size-4.5" />
          {minutes} minutes
        </span>
        <ChannelText channel={channel} />
      </p>
      <dl className="mt-8 grid gap-x-8 gap-y-4 border-y border-line py-5 sm:grid-cols-2">
        <div>
          <dt className="text-sm text-ink-soft">Where</dt>
          <dd>{setting}</dd>
        </div>
        <div>
          <dt className="text-sm text-ink-soft">Your part</dt>
          <dd>{role}</dd>
        </div>
      </dl>
      <ProseText prose={briefing} className="prose mt-7" />
      <h2 className="mt-10 text-xl">{cast.length === 1 ? "Whom you meet" : "Who is in it"}</h2>
      <ul className="mt-4 grid gap-4 sm:grid-cols-2">
        {cast.map(({ id, name, role: theirs }) => (
          <li key={id} className="flex items-center gap-4">
            <Portrait person={id} mood="neutral" className="size-16" />
            <div className="min-w-0">
              <p className="font-serif text-lg leading-tight">{name}</p>
              <p className="text-sm text-ink-soft">{theirs}</p>
            </div>
          </li>
        ))}
      </ul>
      <div className="mt-8 flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <p className="text-sm text-ink-soft">You can show</p>
        <BehaviourTags behaviours={behaviours} label="Behaviours that you can show" />
      </div>
      {standing ? <div className="mt-10">{standing}</div> : null}
      <Modes suggested={suggested} time={time} />
    </article>
  );
}

interface ModesProps {
  readonly suggested: "practice" | "official";
  readonly time: TimeSetting | null;
}

function Modes({ suggested, time }: ModesProps) {
  const look = (mode: "practice" | "official") => (mode === suggested ? "primary" : "quiet");
  return (
    <Form method="post" className="mt-10 grid gap-4 sm:grid-cols-2">
      {time === null ? null : <TimeChoice suggested={time} />}
      <section aria-labelledby="practice" className="mode">
        <h2 id="practice" className="text-lg">
          Practise
        </h2>
        <ul className="mode-points">
          <li>Nobody sees it but you.</li>
          <li>A note after each answer says why it went so.</li>
          <li>As often as you like.</li>
        </ul>
        <Button name="mode" value="practice" variant={look("practice")}>
          Start practising
        </Button>
      </section>
      <section aria-labelledby="official" className="mode">
        <h2 id="official" className="text-lg">
          Official run
        </h2>
        <ul className="mode-points">
          <li>It counts: a run that goes well completes the step.</li>
          <li>Notes come at the end.</li>
          <li>Your manager sees that it is done, or that it is hard going; never your answers.</li>
        </ul>
        <Button name="mode" value="official" variant={look("official")}>
          Start the official run
        </Button>
      </section>
    </Form>
  );
}

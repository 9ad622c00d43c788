import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "~/components/shell/breadcrumbs";
import { Button } from "~/components/ui/button";
import { classes } from "~/components/ui/classes";
import { Icon } from "~/components/ui/icon";
import { Notice } from "~/components/ui/notice";
import { ProseText } from "~/components/ui/prose-text";
import { BehaviourTags } from "~/components/ui/tag";
import type { TimeSetting } from "~/core/scenario/attempt-event";
import { dressesOf } from "~/core/scenario/dress";
import type { Speaker } from "~/core/scenario/moment";
import { countInWords } from "~/core/prose/in-words";
import type { Prose } from "~/core/prose/prose";
import { ChannelText, type Channel } from "./channel";
import { Portrait } from "./portrait";
import { OpenAttempt } from "./open-attempt";
import { TimeChoice } from "./time-choice";

interface OfficialRules {
  readonly mayBegin: boolean;
  readonly sentences: readonly string[];
  /** The course says that managers see an official run once it has ended. */
  readonly seen: boolean;
  /** It is complete on the person's record, which another run does not change. */
  readonly done: boolean;
}

const noRules: OfficialRules = { mayBegin: true, sentences: [], seen: false, done: false };

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
  /** Why the run that was asked for did not begin; it leads, or it would stand out of sight. */
  readonly problem?: string | null;
  /** Which way of playing is the likelier one now. */
  readonly suggested?: "practice" | "official";
  /** How the person is likely to want timed moments; null where there are none. */
  readonly time?: TimeSetting | null;
  /** What the course says of official runs, for this person now. */
  readonly official?: OfficialRules;
  /** Above the ways to play: that it was passed, for instance. */
  readonly standing?: ReactNode;
  /** Runs that wait to be gone on with: they lead, and starting another comes after. */
  readonly open?: readonly OpenRun[];
}

interface OpenRun {
  readonly attemptId: string;
  readonly mode: "practice" | "official";
}

/** What one knows before the door opens. */
export function Briefing(props: BriefingProps) {
  const { title, summary, minutes, channel, setting, role, trail, standing } = props;
  const { behaviours, briefing, cast, suggested = "practice", time = null, open = [] } = props;
  const { official = noRules, problem = null } = props;
  const dresses = dressesOf(cast);
  return (
    <article className="mx-auto max-w-talk">
      <Breadcrumbs trail={trail} />
      {problem === null ? null : (
        <div role="alert" className="mt-5">
          <Notice meaning="warning" title="No run has begun">
            {problem}
          </Notice>
        </div>
      )}
      <h1 className={classes("text-3xl", problem === null ? "mt-4" : "mt-8")}>{title}</h1>
      <p className="mt-3 font-serif text-lg text-ink-soft">{summary}</p>
      <p className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2 text-sm text-ink-soft">
        <span className="inline-flex items-center gap-1.5">
          <Icon name="clock" className="size-4.5" />
          {countInWords(minutes, "minute")}
        </span>
        <ChannelText channel={channel} />
      </p>
      {open.length === 0 ? null : (
        <div className="mt-8 space-y-4">
          {open.map((run, at) => (
            <OpenAttempt key={run.attemptId} {...run} first={at === 0} />
          ))}
        </div>
      )}
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
            <Portrait person={id} dress={dresses.get(id)} mood="neutral" className="size-16" />
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
      <Modes
        suggested={open.length === 0 ? suggested : null}
        time={time}
        official={official}
        modes={modes.filter((mode) => open.every((run) => run.mode !== mode))}
      />
    </article>
  );
}

interface ModesProps {
  /** Null where going on with an open run comes first. */
  readonly suggested: "practice" | "official" | null;
  readonly time: TimeSetting | null;
  readonly official: OfficialRules;
  /** Those that can be started now. */
  readonly modes: readonly ("practice" | "official")[];
}

const modes = ["practice", "official"] as const;

function Modes({ suggested, time, official, modes: offered }: ModesProps) {
  if (offered.length === 0) return null;
  const canStart = offered.some((mode) => mode === "practice" || official.mayBegin);
  const section = classes("mode", offered.length === 1 && "sm:col-span-2");
  const likelier = suggested === null || official.mayBegin ? suggested : "practice";
  const look = (mode: "practice" | "official") => (mode === likelier ? "primary" : "quiet");
  return (
    <Form method="post" className="mt-10 grid gap-4 sm:grid-cols-2">
      {suggested === null && canStart ? (
        <h2 className="text-xl sm:col-span-2">Or start another run</h2>
      ) : null}
      {time !== null && canStart ? <TimeChoice suggested={time} /> : null}
      {offered.includes("practice") ? (
        <section aria-labelledby="practice" className={section}>
          <h2 id="practice" className="text-lg">
            Practise
          </h2>
          <ul className="mode-points">
            <li>Nobody sees it but you, unless you share it.</li>
            <li>
              A note after each answer says why it went so, and you can go back and try again.
            </li>
            <li>As often as you like.</li>
          </ul>
          <Button name="mode" value="practice" variant={look("practice")}>
            Start practising
          </Button>
        </section>
      ) : null}
      {offered.includes("official") ? (
        <section aria-labelledby="official" className={section}>
          <h2 id="official" className="scroll-mt-8 text-lg">
            Official run
          </h2>
          <ul className="mode-points">
            {official.done ? (
              <li>
                You have done it already. However another run goes, that stays on your record.
              </li>
            ) : (
              <li>It counts: a run that goes well completes the step.</li>
            )}
            <li>Notes come at the end, and there is no going back.</li>
            {official.seen ? (
              <li className="font-medium text-ink">
                {/* What was read here goes along: a page that said otherwise begins no such run. */}
                <input type="hidden" name="told" value="shared" />
                Your manager can look at the whole run once it has ended. The words you type
                yourself stay yours, unless you share them.
              </li>
            ) : (
              <li>
                Your manager sees how it ended, what you showed and how often you ran it; never what
                was said, unless you share it.
              </li>
            )}
            {official.sentences.map((sentence) => (
              <li key={sentence} className="font-medium text-ink">
                {sentence}
              </li>
            ))}
          </ul>
          {official.mayBegin ? (
            <Button name="mode" value="official" variant={look("official")}>
              Start the official run
            </Button>
          ) : null}
        </section>
      ) : null}
    </Form>
  );
}

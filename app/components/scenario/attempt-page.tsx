import { Form } from "@remix-run/react";
import { useState, type ReactNode } from "react";
import { stepAddress, stepInvitation } from "~/components/course/step";
import { WayOn } from "~/components/course/way-on";
import { LinkButton } from "~/components/shell/link-button";
import { Button } from "~/components/ui/button";
import { Notice } from "~/components/ui/notice";
import { paths } from "~/paths";
import type { AttemptView } from "./attempt-view";
import { ConflictNotice } from "./conflict-notice";
import { PresentMoment } from "./present-moment";
import type { ResultMomentProps } from "./result-moment";
import { ResultPage } from "./result-page";
import { TryAgain } from "./try-again";
import type { Unsent } from "./unsent";
import { useEnding } from "./use-ending";
import { Verdict } from "./verdict";

/** An answer that was not taken, with the present moment as it stands. */
export interface RefusedAnswer {
  readonly status: number;
  readonly sentence: string;
  /** Words of the learner's own that came with it. */
  readonly typed: string | null;
  readonly view: AttemptView;
}

interface AttemptPageProps {
  readonly view: AttemptView;
  /** An answer that came after the sign-in had run out. */
  readonly kept: KeptAnswer | null;
  readonly refused: RefusedAnswer | null;
  /** A new object each time a submission did not reach the server. */
  readonly unsent: Unsent | null;
}

/** One attempt at its address: the moment while it goes on, the result once it has ended. */
export function AttemptPage({ view: loaded, kept, refused, unsent }: AttemptPageProps) {
  // Whichever of the two has seen more of the log is the present moment.
  const view = refused !== null && refused.view.seq >= loaded.seq ? refused.view : loaded;
  const idempotencyKey = useSteadyKey(view);
  const page = useEnding(view.result !== null);
  const wayBack = view.mayRewind
    ? ({ seq: to }: { readonly seq: number }) => (
        <TryAgain
          attemptId={view.attemptId}
          to={to}
          seq={view.seq}
          idempotencyKey={idempotencyKey}
        />
      )
    : undefined;
  const notice =
    unsent?.wayBack === true ? (
      <NotTakenBack />
    ) : refused !== null ? (
      <RefusedNotice {...refused} />
    ) : kept !== null ? (
      <KeptNotice sentence={kept.sentence} />
    ) : null;
  return (
    <div ref={page} tabIndex={-1}>
      {view.result !== null ? (
        <Ended view={view} result={view.result} notice={notice} wayBack={wayBack} />
      ) : (
        <PresentMoment
          key={view.attemptId}
          view={view}
          trail={[library, { label: "What it is about", to: paths.scenario(view.slug) }]}
          notice={notice}
          idempotencyKey={idempotencyKey}
          typed={refused?.typed ?? kept?.typed ?? ""}
          pressed={kept?.choice ?? null}
          isRefused={refused !== null}
          unsent={refused?.status === 503 ? refused : unsent?.wayBack === true ? null : unsent}
          wayBack={wayBack}
        />
      )}
    </div>
  );
}

/** One moment keeps one key, however often it is drawn: a second try of an answer is known by it. */
function useSteadyKey({ attemptId, seq, key }: AttemptView): string {
  const [kept, keep] = useState({ attemptId, seq, key });
  if (kept.attemptId === attemptId && kept.seq === seq) return kept.key;
  keep({ attemptId, seq, key });
  return key;
}

const library = { label: "Role-plays", to: paths.scenarios() };

function RefusedNotice({ status, sentence }: RefusedAnswer) {
  return (
    <div role="alert">
      {status === 409 ? (
        <ConflictNotice message={sentence} />
      ) : (
        <Notice meaning="danger" title="Not saved">
          <p>{sentence}</p>
        </Notice>
      )}
    </div>
  );
}

interface KeptAnswer {
  readonly sentence: string;
  readonly typed: string | null;
  readonly choice: string | null;
}

function KeptNotice({ sentence }: Pick<KeptAnswer, "sentence">) {
  return (
    <div role="status">
      <Notice meaning="warning" title="Not saved yet">
        <p>{sentence}</p>
      </Notice>
    </div>
  );
}

function NotTakenBack() {
  return (
    <div role="alert">
      <Notice meaning="danger" title="Not saved">
        <p>Going back did not reach us. You are where you were; try it once more.</p>
      </Notice>
    </div>
  );
}

interface EndedProps {
  readonly view: AttemptView;
  readonly result: NonNullable<AttemptView["result"]>;
  readonly notice: ReactNode;
  readonly wayBack: ((moment: { readonly seq: number }) => ReactNode) | undefined;
}

function Ended({ view, result, notice, wayBack }: EndedProps) {
  const { mode, time, title, before, consequence, lines } = view;
  const lastAnswer = before.findLastIndex((turn) => turn.kind === "answered");
  const closing = [...before.slice(Math.max(0, lastAnswer)), ...consequence, ...lines];
  return (
    <>
      {notice === null ? null : <div className="mx-auto mb-6 max-w-talk">{notice}</div>}
      <ResultPage
        title={result.ending.title}
        mode={mode}
        time={time}
        outcome={result.passed ? "passed" : "failed"}
        verdict={
          <>
            <Verdict
              {...result}
              mode={mode}
              shared={view.shared}
              mayRun={view.again.includes("official")}
              left={view.left}
              stands={view.stands}
            />
            <div className="mt-2">
              <WayOn next={view.next} course={view.course} />
            </div>
          </>
        }
        trail={[library, { label: title, to: paths.scenario(view.slug) }]}
        person={result.person}
        lines={closing}
        felt={result.ending.felt}
        tonight={result.ending.tonight}
        behaviours={result.behaviours}
        moments={result.moments
          .filter(isTelling)
          .map((moment) => ({ ...moment, wayBack: wayBack?.(moment) }))}
        actions={<WhatNext view={view} passed={result.passed} />}
        replay={
          <LinkButton to={paths.replay(view.attemptId)} variant="quiet">
            See the replay
          </LinkButton>
        }
      />
    </>
  );
}

/** A moment that asked for a behaviour, or that there is something to say about. */
function isTelling({ shown, missed, feedback }: ResultMomentProps): boolean {
  return shown.length + missed.length + feedback.length > 0;
}

function WhatNext({ view, passed }: { readonly view: AttemptView; readonly passed: boolean }) {
  const { mode, slug, again, briefed, next } = view;
  const counts = mode === "official" && passed;
  const official = mode === "official" ? "Run it again" : "Start the official run";
  const look = passed ? "primary" : "quiet";
  return (
    <>
      {counts ? (
        <LinkButton to={next === null ? paths.home() : stepAddress(next)} onwards>
          {next === null ? "Go to your home page" : stepInvitation(next)}
        </LinkButton>
      ) : null}
      {again.length > 0 ? (
        <Form method="post" action={paths.scenario(slug)} className="contents">
          <Button name="mode" value="practice" variant={counts || passed ? "quiet" : "primary"}>
            Practise it again
          </Button>
          {counts || !again.includes("official") ? null : briefed ? (
            <LinkButton to={paths.scenarioOfficial(slug)} variant={look}>
              {official}
            </LinkButton>
          ) : (
            <Button name="mode" value="official" variant={look}>
              {official}
            </Button>
          )}
        </Form>
      ) : null}
    </>
  );
}

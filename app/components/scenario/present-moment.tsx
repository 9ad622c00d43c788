import { useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import type { AttemptView } from "./attempt-view";
import { ChoiceForm } from "./choice-form";
import { MomentClock } from "./moment-clock";
import { MomentPage, type MomentPageProps } from "./moment-page";
import { PassForm } from "./pass-form";
import { ReplyForm } from "./reply-form";
import { useClock } from "./use-clock";

interface PresentMomentProps {
  readonly view: AttemptView;
  readonly trail: MomentPageProps["trail"];
  readonly notice: ReactNode;
  readonly idempotencyKey: string;
  /** What was typed before and could not be taken. */
  readonly typed: string;
  /** The choice that was pressed before and could not be taken. */
  readonly pressed: string | null;
  /** A new object each time a submission did not reach the server. */
  readonly unsent: object | null;
  /** What was sent before was not taken; the notice says why. */
  readonly isRefused: boolean;
  readonly wayBack: MomentPageProps["wayBack"];
}

/** The moment of an attempt that goes on, with every way to answer it. */
export function PresentMoment(props: PresentMomentProps) {
  const { view, trail, notice, idempotencyKey, typed, pressed, unsent, isRefused, wayBack } = props;
  const { clock, choices, reply, channel, seq, attemptId } = view;
  const isBusy = useNavigation().state !== "idle";
  const { state, left } = useClock({ clock, unsent, isBusy });
  const form = { seq, idempotencyKey, unsent };
  const seconds = clock?.seconds ?? null;
  const timer =
    seconds === null ? null : (
      <MomentClock
        seconds={seconds}
        left={Math.ceil(left)}
        isOver={state === "over" || state === "passing"}
        isElsewhere={clock?.canPass !== true}
      />
    );
  return (
    // `view.key` is the form's; React would take it for its own and draw each moment as a new page.
    <MomentPage
      {...view}
      key={attemptId}
      trail={trail}
      notice={notice}
      timer={timer}
      wayBack={wayBack}
    >
      {choices.length === 0 ? null : (
        <ChoiceForm
          choices={choices}
          channel={channel}
          pressed={pressed}
          isRefused={isRefused}
          {...form}
        />
      )}
      {reply === null ? null : (
        <ReplyForm
          key={String(seq)}
          prompt={reply.prompt}
          channel={channel}
          typed={typed}
          {...form}
        />
      )}
      {clock?.canPass === true ? (
        <PassForm
          key={`pass ${String(seq)}`}
          {...form}
          isOpen={seconds === null || state === "over"}
          isPassing={state === "passing"}
        />
      ) : null}
    </MomentPage>
  );
}

import { Form, useNavigation } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Notice } from "~/components/ui/notice";
import { ProseInline } from "~/components/ui/prose-text";
import { Status } from "~/components/ui/status";
import type { Prose } from "~/core/prose/prose";
import { askedFor } from "./asked";
import type { Channel } from "./channel";
import { useSaving } from "./use-saving";

export interface OfferedChoice {
  /** Opaque: it says nothing about the choice. */
  readonly value: string;
  readonly text: Prose;
}

interface ChoiceFormProps {
  readonly choices: readonly OfferedChoice[];
  readonly channel: Channel;
  /** Number of events in the log. */
  readonly seq: number;
  /** The same for every try of one answer, so that it is recorded once. */
  readonly idempotencyKey: string;
  /** A new object each time a submission did not reach the server; see `unsent.ts`. */
  readonly unsent?: object | null;
  /** The page says above that an answer was not taken. */
  readonly isRefused?: boolean;
  /** What was pressed before and could not be taken. */
  readonly pressed?: string | null;
}

/** What the learner may say now. One form; each answer is a submit button. */
export function ChoiceForm({
  choices,
  channel,
  seq,
  idempotencyKey,
  unsent = null,
  isRefused = false,
  pressed = null,
}: ChoiceFormProps) {
  const isBusy = useNavigation().state !== "idle";
  const { state, choice, choose } = useSaving({ seq, unsent, isBusy, isRefused });
  const saving = state === "saving";
  return (
    <Form
      method="post"
      action="#now"
      preventScrollReset
      aria-labelledby="your-turn"
      onSubmit={(event) => {
        const { submitter } = event.nativeEvent as SubmitEvent;
        if (saving || !(submitter instanceof HTMLButtonElement)) event.preventDefault();
        else choose(submitter.value);
      }}
    >
      <input type="hidden" name="seq" value={seq} />
      <input type="hidden" name="key" value={idempotencyKey} />
      <h2 id="your-turn" className="mb-3 text-end text-lg">
        {askedFor(choices, channel)}
      </h2>
      <ul className="space-y-2.5">
        {choices.map(({ value, text }) => (
          <li key={value} className="flex justify-end">
            <button
              type="submit"
              name="choice"
              value={value}
              aria-disabled={saving || undefined}
              className="choice"
              data-chosen={(choice ?? pressed) === value || undefined}
            >
              <ProseInline prose={text} />
            </button>
          </li>
        ))}
      </ul>
      <Status className="mt-3 min-h-6 text-end text-sm text-ink-soft">
        {saving ? "Saving your answer…" : state === "saved" ? "Saved." : null}
      </Status>
      <Status urgency="assertive">
        {state === "notSaved" && choice !== null ? (
          <Notice meaning="danger" title="Not saved">
            <p>Your answer did not reach us. It is still here, and nothing was counted twice.</p>
            <p className="mt-3 mb-1">
              <Button name="choice" value={choice}>
                Send it again
              </Button>
            </p>
          </Notice>
        ) : null}
      </Status>
    </Form>
  );
}

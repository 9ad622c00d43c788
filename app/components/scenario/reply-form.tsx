import { Form, useNavigation } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Notice } from "~/components/ui/notice";
import { Status } from "~/components/ui/status";
import { TextArea } from "~/components/ui/text-area";
import { isWritten, type Channel } from "./channel";
import { useSaving } from "./use-saving";

interface ReplyFormProps {
  readonly prompt: string;
  /** What was typed before and could not be taken. */
  readonly typed: string;
  readonly channel: Channel;
  readonly seq: number;
  /** The same for every try of one answer, so that it is recorded once. */
  readonly idempotencyKey: string;
  /** A new object each time a submission did not reach the server; see `unsent.ts`. */
  readonly unsent?: object | null;
}

/** An answer in words of the learner's own. What is typed stays until it is on record. */
export function ReplyForm(props: ReplyFormProps) {
  const { prompt, typed, channel, seq, idempotencyKey, unsent = null } = props;
  const isBusy = useNavigation().state !== "idle";
  const { state, choose } = useSaving({ seq, unsent, isBusy });
  const saving = state === "saving";
  return (
    <Form
      method="post"
      action="#now"
      preventScrollReset
      className="not-first:mt-8"
      onSubmit={(event) => {
        if (saving) event.preventDefault();
        else choose("reply");
      }}
    >
      <input type="hidden" name="seq" value={seq} />
      <input type="hidden" name="key" value={idempotencyKey} />
      <TextArea label={prompt} name="reply" rows={3} required defaultValue={typed} />
      <p className="mt-3 flex justify-end">
        <Button aria-disabled={saving || undefined}>
          {state === "notSaved" ? "Send it again" : isWritten(channel) ? "Send it" : "Say it"}
        </Button>
      </p>
      <Status className="mt-3 min-h-6 text-end text-sm text-ink-soft">
        {saving ? "Saving your answer…" : null}
      </Status>
      <Status urgency="assertive">
        {state === "notSaved" ? (
          <Notice meaning="danger" title="Not saved">
            <p>Your answer did not reach us. It is still here, and nothing was counted twice.</p>
          </Notice>
        ) : null}
      </Status>
    </Form>
  );
}

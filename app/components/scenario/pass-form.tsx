import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button } from "~/components/ui/button";
import { Notice } from "~/components/ui/notice";
import { Status } from "~/components/ui/status";
import { useSaving } from "./use-saving";

interface PassFormProps {
  readonly seq: number;
  /** The same for every try of one answer, so that it is recorded once. */
  readonly idempotencyKey: string;
  readonly unsent: object | null;
  /** The moment may be let pass now; without script that is not known, and the server says. */
  readonly isOpen: boolean;
  /** Time ran out: the form sends itself. */
  readonly isPassing: boolean;
}

/** Saying nothing, which is an answer too. */
export function PassForm({ seq, idempotencyKey, unsent, isOpen, isPassing }: PassFormProps) {
  const isBusy = useNavigation().state !== "idle";
  const { state, choose } = useSaving({ seq, unsent, isBusy });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (isPassing) form.current?.requestSubmit();
  }, [isPassing]);
  const saving = state === "saving";
  const button = (
    <Button variant="quiet" aria-disabled={saving || undefined}>
      {state === "notSaved" ? "Send it again" : "Let the moment pass"}
    </Button>
  );
  return (
    <Form
      ref={form}
      method="post"
      action="#now"
      preventScrollReset
      aria-label="Say nothing"
      className="mt-6"
      onSubmit={(event) => {
        if (saving) event.preventDefault();
        else choose("silence");
      }}
    >
      <input type="hidden" name="seq" value={seq} />
      <input type="hidden" name="key" value={idempotencyKey} />
      <input type="hidden" name="silence" value="yes" />
      <div className="flex justify-end">{isOpen ? button : <noscript>{button}</noscript>}</div>
      <Status className="text-end text-sm text-ink-soft">
        {saving ? "The moment passes…" : null}
      </Status>
      <Status urgency="assertive">
        {state === "notSaved" ? (
          <Notice meaning="danger" title="Not saved">
            <p>That did not reach us. You can still answer, or let the moment pass.</p>
          </Notice>
        ) : null}
      </Status>
    </Form>
  );
}

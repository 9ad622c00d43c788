import { Form, useNavigation } from "@remix-run/react";
import { Icon } from "~/components/ui/icon";
import { paths } from "~/paths";

interface TryAgainProps {
  readonly attemptId: string;
  /** Sequence number of the answer to go back to. */
  readonly to: number;
  /** Number of events in the log. */
  readonly seq: number;
  readonly idempotencyKey: string;
}

/** Back to an answer given before, in practice: what came after it is left, and kept in the log. */
export function TryAgain({ attemptId, to, seq, idempotencyKey }: TryAgainProps) {
  const { formData } = useNavigation();
  const value = `${String(to)}.${String(seq)}.${idempotencyKey}`;
  const going = formData?.get("rewind") === value;
  return (
    <Form
      method="post"
      action={`${paths.attempt(attemptId)}#now`}
      preventScrollReset
      className="screen-only mt-1 flex justify-end"
      onSubmit={(event) => {
        if (formData !== undefined) event.preventDefault();
      }}
    >
      <button
        name="rewind"
        value={value}
        aria-disabled={going || undefined}
        className="inline-flex min-h-11 items-center gap-1.5 rounded-sm px-2 text-sm text-link underline underline-offset-4 hover:bg-well"
      >
        <Icon name="retry" className="size-4" />
        {going ? "Going back…" : "Try this moment again"}
      </button>
    </Form>
  );
}

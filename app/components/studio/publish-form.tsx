import { Form } from "@remix-run/react";
import { LinkButton } from "~/components/shell/link-button";
import { Button } from "~/components/ui/button";
import { Notice } from "~/components/ui/notice";
import { listInWords } from "~/core/prose/in-words";
import { paths } from "~/paths";

interface PublishFormProps {
  /** The pieces asked for; none is all that waits. */
  readonly wanted: readonly string[];
  /** What was looked at, so that nothing else is published. */
  readonly token: string;
  /** What would be named and is not in use. */
  readonly looseEnds: readonly string[];
  readonly button: string;
}

/** Beside what it would mean: to do it, or not now. */
export function PublishForm({ wanted, token, looseEnds, button }: PublishFormProps) {
  return (
    <Form method="post" className="screen-only space-y-5 rounded-lg bg-well p-5 sm:p-6">
      <p className="font-serif text-lg">Nothing has changed for anybody yet.</p>
      {looseEnds.length === 0 ? null : (
        <Notice meaning="warning" title="Something would lead nowhere">
          {listInWords(looseEnds)} would be named, and is not in use.
        </Notice>
      )}
      {wanted.map((piece) => (
        <input key={piece} type="hidden" name="piece" value={piece} />
      ))}
      <input type="hidden" name="token" value={token} />
      <div className="flex flex-wrap gap-3">
        <Button>{button}</Button>
        <LinkButton to={paths.studio()} variant="quiet">
          Not now
        </LinkButton>
      </div>
    </Form>
  );
}

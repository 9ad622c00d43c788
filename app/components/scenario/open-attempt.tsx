import { Form } from "@remix-run/react";
import { LinkButton } from "~/components/shell/link-button";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { paths } from "~/paths";

interface OpenAttemptProps {
  readonly attemptId: string;
  readonly mode: "practice" | "official";
  /** The one thing to do on its page. */
  readonly first: boolean;
}

/** A run that waits to be gone on with. Practice may be left lying and begun anew. */
export function OpenAttempt({ attemptId, mode, first }: OpenAttemptProps) {
  const practice = mode === "practice";
  return (
    <Card as="section" labelledBy={`open-${mode}`} prominent={first}>
      <h2 id={`open-${mode}`} className="text-lg">
        {practice ? "Your practice is under way" : "Your official run is under way"}
      </h2>
      <p className="mt-1 text-ink-soft">
        {practice
          ? "Go on where you were, or leave it and begin again from the first moment."
          : "It goes on where you were; there is one official run at a time."}
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <LinkButton to={paths.attempt(attemptId)} variant={first ? "primary" : "quiet"} onwards>
          {practice ? "Go on practising" : "Go on with the official run"}
        </LinkButton>
        {practice ? (
          <Form method="post">
            <input type="hidden" name="mode" value="practice" />
            <Button
              name="anew"
              value="yes"
              variant="plain"
              className="max-sm:-ms-3 max-sm:text-start!"
            >
              Practise from the beginning
            </Button>
          </Form>
        ) : null}
      </div>
    </Card>
  );
}

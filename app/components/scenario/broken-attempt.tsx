import { Form } from "@remix-run/react";
import { LinkButton } from "~/components/shell/link-button";
import { PageHeader } from "~/components/shell/page-header";
import { Button } from "~/components/ui/button";
import { paths } from "~/paths";

interface BrokenAttemptProps {
  readonly slug: string;
  readonly mode: "practice" | "official";
}

/** The log of an attempt does not add up: it is kept for whoever looks into it, and not played on. */
export function BrokenAttempt({ slug, mode }: BrokenAttemptProps) {
  return (
    <>
      <PageHeader
        title="We cannot go on with this conversation"
        lead="The record of it does not add up any more, so we have put it aside as it is. That is our fault and not yours, and your other runs are not touched. You can begin a new one now."
      />
      <div className="flex flex-wrap gap-3">
        <Form method="post" action={paths.scenario(slug)}>
          <Button name="mode" value={mode}>
            Begin again
          </Button>
        </Form>
        <LinkButton to={paths.scenarios()} variant="quiet">
          All role-plays
        </LinkButton>
      </div>
    </>
  );
}

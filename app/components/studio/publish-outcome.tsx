import { LinkButton } from "~/components/shell/link-button";
import { Notice } from "~/components/ui/notice";
import { paths } from "~/paths";

interface PublishOutcomeProps {
  /** The revisions that were in use before, as the address of the way back wants them. */
  readonly back: readonly string[];
}

/** It is done, and what was before is one button away. */
export function PublishOutcome({ back }: PublishOutcomeProps) {
  return (
    <div role="status">
      <Notice meaning="success" title="Published">
        <p>Whoever begins from now on meets it.</p>
        <p className="mt-3 flex flex-wrap gap-3">
          {back.length === 0 ? null : (
            <LinkButton to={paths.studioPublish(back)} variant="quiet">
              Go back to what was before
            </LinkButton>
          )}
          <LinkButton to={paths.studio()} variant="quiet">
            To the studio
          </LinkButton>
        </p>
      </Notice>
    </div>
  );
}

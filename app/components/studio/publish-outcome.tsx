import { LinkButton } from "~/components/shell/link-button";
import { Notice } from "~/components/ui/notice";
import { paths } from "~/paths";
import type { PublishWords } from "./publish-words";

interface PublishOutcomeProps {
  /** The revisions that were in use before, as the address of the way back wants them. */
  readonly back: readonly string[];
  readonly words: PublishWords;
}

/** It is done, and what was before is one button away. */
export function PublishOutcome({ back, words }: PublishOutcomeProps) {
  return (
    <div role="status">
      <Notice meaning="success" title={words.done}>
        <p>{words.doneLead}</p>
        <p className="mt-3 flex flex-wrap gap-3">
          {back.length === 0 ? null : (
            <LinkButton to={paths.studioPublish(back)} variant="quiet">
              {words.undo}
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

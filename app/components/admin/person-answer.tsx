import { InvitationPanel } from "~/components/admin/invitation-panel";
import { Arrived } from "~/components/ui/arrived";
import { Notice } from "~/components/ui/notice";

interface PersonAnswerProps {
  /** What the two are out of. */
  readonly answer: object | undefined;
  /** Why nothing was changed; null where nothing refused it. */
  readonly refusal: string | null;
  /** The one-time address that was made; null where none was. */
  readonly invitation: Omit<Parameters<typeof InvitationPanel>[0], "name"> | null;
  readonly name: string;
}

/** What came of a button of "Access": on a phone that is a long way below. */
export function PersonAnswer({ answer, refusal, invitation, name }: PersonAnswerProps) {
  if (refusal !== null) {
    return (
      <Arrived answer={answer}>
        <div role="alert">
          <Notice meaning="danger" title="Nothing was changed">
            {refusal}
          </Notice>
        </div>
      </Arrived>
    );
  }
  if (invitation === null) return null;
  return (
    <Arrived answer={answer}>
      <InvitationPanel name={name} {...invitation} />
    </Arrived>
  );
}

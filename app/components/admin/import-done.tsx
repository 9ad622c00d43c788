import { LinkButton } from "~/components/shell/link-button";
import { PageHeader } from "~/components/shell/page-header";
import { paths } from "~/paths";

interface ImportDoneProps {
  readonly added: number;
  /** Whether each gets a mail; null where everybody in the list was here before, as after a second press. */
  readonly mailed: boolean | null;
  readonly trail: readonly { readonly label: string; readonly to: string }[];
}

function leadOf(mailed: boolean | null): string {
  if (mailed === null) return "They were here before, so nobody was added twice.";
  return mailed
    ? "Each of them gets a mail with an address to set a password."
    : "Each of them needs a one-time address to set a password.";
}

/** After a pasted list is in: what they need now. */
export function ImportDone({ added, mailed, trail }: ImportDoneProps) {
  return (
    <>
      <PageHeader
        title={added === 1 ? "1 person is in" : `${added} people are in`}
        lead={leadOf(mailed)}
        trail={trail}
      />
      <p className="flex flex-wrap gap-3">
        {mailed === true ? null : (
          <LinkButton to={paths.adminAddresses()}>
            {added === 1 ? "Make the address" : "Make the addresses"}
          </LinkButton>
        )}
        <LinkButton to={paths.admin()} variant={mailed === true ? "primary" : "quiet"}>
          See them all
        </LinkButton>
      </p>
    </>
  );
}

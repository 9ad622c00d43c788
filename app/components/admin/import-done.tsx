import { LinkButton } from "~/components/shell/link-button";
import { PageHeader } from "~/components/shell/page-header";
import { paths } from "~/paths";

/** What became of their one-time addresses; "before" where everybody in the list was here, as after a second press. */
type Mailed = "sent" | "kept" | "no" | "before";

interface ImportDoneProps {
  readonly added: number;
  readonly mailed: Mailed;
  readonly trail: readonly { readonly label: string; readonly to: string }[];
}

const leads: Readonly<Record<Mailed, string>> = {
  sent: "Each of them is being mailed an address to set a password. Where a mail cannot be sent, its reader is ticked among the one-time addresses.",
  kept: "No mail server is set up: a mail with an address for each of them lies in the mail folder beside the data. Addresses that you make here end those.",
  no: "Each of them needs a one-time address to set a password.",
  before: "They were here before, so nobody was added twice.",
};

/** After a pasted list is in: what they need now. */
export function ImportDone({ added, mailed, trail }: ImportDoneProps) {
  const isTold = mailed === "sent" || mailed === "kept";
  const make = added === 1 ? "Make the address" : "Make the addresses";
  const addresses = (
    <LinkButton to={paths.adminAddresses()} variant={isTold ? "quiet" : "primary"}>
      {mailed === "sent" ? "One-time addresses" : make}
    </LinkButton>
  );
  const people = (
    <LinkButton to={paths.admin()} variant={isTold ? "primary" : "quiet"}>
      See them all
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={added === 1 ? "1 person is in" : `${added} people are in`}
        lead={leads[mailed]}
        trail={trail}
      />
      <p className="flex flex-wrap gap-3">
        {isTold ? people : addresses}
        {isTold ? addresses : people}
      </p>
    </>
  );
}

import { useId } from "react";
import { Notice } from "~/components/ui/notice";
import { TextField } from "~/components/ui/text-field";

interface InvitationPanelProps {
  readonly name: string;
  /** The whole one-time address. */
  readonly address: string;
  readonly delivery: "sent" | "kept" | "failed" | "waiting";
}

const deliveries: Readonly<Record<InvitationPanelProps["delivery"], string>> = {
  sent: "It was mailed to them, too.",
  kept: "No mail server is set up: the mail lies in the mail folder beside the data.",
  failed: "The message could not be sent; the log says why. Give it to them yourself.",
  waiting:
    "The message could not be sent yet: the mail server does not answer. Give it to them yourself.",
};

/** A one-time address, shown this once. */
export function InvitationPanel({ name, address, delivery }: InvitationPanelProps) {
  const id = useId();
  return (
    <div role="status" className="max-w-form">
      <Notice meaning="success" title={`An address for ${name} to set a password`}>
        <p className="mb-3">
          Copy it now: it is shown this once, and works once, within seven days.{" "}
          {deliveries[delivery]}
        </p>
        <TextField
          id={id}
          label="One-time address"
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
      </Notice>
    </div>
  );
}

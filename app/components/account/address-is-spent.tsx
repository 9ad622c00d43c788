import { AuthShell } from "~/components/shell/auth-shell";
import { LinkButton } from "~/components/shell/link-button";
import { paths } from "~/paths";

/** A one-time address that ran out, was used, or never was one: all three look alike. */
export function AddressIsSpent({ wayOut }: { readonly wayOut: string }) {
  return (
    <AuthShell title="This address is no longer good" lead={wayOut}>
      <LinkButton to={paths.login()} variant="quiet">
        Go to sign-in
      </LinkButton>
    </AuthShell>
  );
}

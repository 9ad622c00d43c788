import { Notice } from "~/components/ui/notice";

/**
 * An answer that was not recorded: its moment has passed in another tab, on another device, by a second
 * press, or it may not be given here, or not yet. The sentence says which.
 */
export function ConflictNotice({ message }: { readonly message: string }) {
  return (
    <Notice meaning="warning" title="That was not recorded">
      <p>{message}</p>
    </Notice>
  );
}

import { Notice } from "~/components/ui/notice";

/** An answer came for a moment that has passed: another tab, another device, a second press. */
export function ConflictNotice({ message }: { readonly message: string }) {
  return (
    <Notice meaning="warning" title="The conversation has moved on">
      <p>{message}</p>
    </Notice>
  );
}

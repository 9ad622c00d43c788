import { Notice } from "~/components/ui/notice";

/** On the page of somebody who was erased. `later`: their old bytes are still in the file. */
export function ErasedNotice({ later }: { readonly later: boolean }) {
  return (
    <div role="status" className="max-w-form space-y-4">
      <Notice meaning="info" title="This person was erased">
        Their name, address and words are gone. What they did counts on, under a random token.
      </Notice>
      {later ? (
        <Notice meaning="warning" title="Not out of the database file yet">
          A backup was reading the file at that moment. The next erasure or the next start of the
          server takes the last traces out of it.
        </Notice>
      ) : null}
    </div>
  );
}

import { Notice } from "~/components/ui/notice";

/** What a page says in its address after a one-time address went with the e-mail address that it was mailed to. */
export const addressEnded = "address-ended";

interface SavedNoticeProps {
  /** What else the change brought with it; empty where nothing did. */
  readonly how: string;
}

export function SavedNotice({ how }: SavedNoticeProps) {
  return (
    <div role="status">
      <Notice meaning="success" title="Saved">
        {how === addressEnded ? (
          <p>
            The one-time address that they were given before opens nothing any more, because their
            e-mail address is another one now. Make a new one, and they can set their password.
          </p>
        ) : null}
      </Notice>
    </div>
  );
}

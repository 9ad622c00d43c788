import { LinkButton } from "./link-button";

interface OlderPagesProps {
  /** What is turned: "Pages of records". */
  readonly label: string;
  /** The beginning of the list; null on the first page. */
  readonly newest: string | null;
  /** The page after this one; null on the last. */
  readonly older: string | null;
}

/** The ways on through a list whose newest come first. */
export function OlderPages({ label, newest, older }: OlderPagesProps) {
  if (newest === null && older === null) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap gap-3">
      {newest === null ? null : (
        <LinkButton to={newest} variant="quiet">
          Newest
        </LinkButton>
      )}
      {older === null ? null : (
        <LinkButton to={older} variant="quiet" onwards>
          Older
        </LinkButton>
      )}
    </nav>
  );
}

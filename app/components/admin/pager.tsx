import { LinkButton } from "~/components/shell/link-button";

interface PagerProps {
  readonly page: number;
  readonly pages: number;
  readonly to: (page: number) => string;
}

export function Pager({ page, pages, to }: PagerProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Pages" className="screen-only flex flex-wrap items-center gap-4">
      {page > 1 ? (
        <LinkButton variant="quiet" to={to(page - 1)} rel="prev">
          Back
        </LinkButton>
      ) : null}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <LinkButton variant="quiet" to={to(page + 1)} rel="next">
          Next
        </LinkButton>
      ) : null}
    </nav>
  );
}

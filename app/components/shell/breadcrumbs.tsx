import { Link } from "@remix-run/react";
import { Icon } from "~/components/ui/icon";

export interface Crumb {
  readonly label: string;
  readonly to: string;
}

/** The way back up; the page itself is its heading, not a crumb. */
export function Breadcrumbs({ trail }: { readonly trail: readonly Crumb[] }) {
  if (trail.length === 0) return null;
  return (
    <nav aria-label="You are in" className="text-sm">
      <ol className="flex flex-wrap items-center gap-x-1">
        {trail.map(({ label, to }, position) => (
          <li key={to} className="flex min-w-0 items-center gap-1">
            {position > 0 ? <Icon name="chevron-right" className="size-3.5 text-ink-soft" /> : null}
            <Link
              to={to}
              className="inline-block py-1.5 wrap-anywhere text-link underline-offset-4 hover:underline"
            >
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

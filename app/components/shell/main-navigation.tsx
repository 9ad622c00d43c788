import { Link, useLocation } from "@remix-run/react";
import { classes } from "~/components/ui/classes";
import { paths } from "~/paths";
import type { Crumb } from "./breadcrumbs";
import { Menu, menuRow } from "./menu";

interface MainNavigationProps {
  /** What this person may go to, in order; what everybody has comes first. */
  readonly entries: readonly Crumb[];
  /** An address that says under which of them the page is; null where its own does. */
  readonly place: string | null;
}

/** So many fit into one row of a phone; what goes beyond is behind "More" there. */
const fitting = 4;
const kept = 3;

const entry =
  "nav-link border-y-[3px] border-transparent text-sm min-[22.5rem]:text-[1rem] hover:border-b-line-strong " +
  "aria-[current]:border-b-accent aria-[current]:font-medium";

function isAt(pathname: string, to: string): boolean {
  return pathname === to || pathname.startsWith(`${to}/`);
}

/** Pages whose address says nothing of the entry under which they are: the first of these that there is. */
const elsewhere = [
  { from: paths.attempts(), to: [paths.scenarios()] },
  { from: paths.sharedRuns(), to: [paths.team(), paths.records()] },
];

function entryAt(pathname: string, entries: readonly Crumb[]): Crumb | undefined {
  const within = elsewhere.find(({ from }) => isAt(pathname, from))?.to ?? [pathname];
  return within.map((at) => entries.find(({ to }) => isAt(at, to))).find(Boolean);
}

export function MainNavigation({ entries, place }: MainNavigationProps) {
  const { pathname } = useLocation();
  const folded = entries.length > fitting ? entries.slice(kept) : [];
  const current = entryAt(place ?? pathname, entries);
  const here = folded.find((each) => each === current);
  const marked = (each: Crumb) => (each === current ? ("page" as const) : undefined);
  return (
    <nav aria-label="Main" className="relative order-last w-full md:order-none md:w-auto md:grow">
      <ul className="flex flex-wrap gap-x-3 min-[22.5rem]:gap-x-5 sm:gap-x-6">
        {entries.map((each) => (
          <li key={each.to} className={classes(folded.includes(each) && "max-md:hidden")}>
            <Link
              to={each.to}
              aria-current={marked(each)}
              className={`inline-flex min-h-11 items-center ${entry}`}
            >
              {each.label}
            </Link>
          </li>
        ))}
        {folded.length === 0 ? null : (
          <li className="md:hidden">
            <Menu
              current={here !== undefined}
              summaryClass={entry}
              summary={
                here === undefined ? (
                  "More"
                ) : (
                  <>
                    {here.label}
                    <span className="sr-only"> and more</span>
                  </>
                )
              }
            >
              {folded.map((each) => (
                <Link
                  key={each.to}
                  to={each.to}
                  aria-current={marked(each)}
                  className={`${menuRow} aria-[current]:bg-well aria-[current]:font-medium`}
                >
                  {each.label}
                </Link>
              ))}
            </Menu>
          </li>
        )}
      </ul>
    </nav>
  );
}

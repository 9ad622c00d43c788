import { NavLink, useLocation } from "@remix-run/react";
import { classes } from "~/components/ui/classes";
import type { Crumb } from "./breadcrumbs";
import { Menu, menuRow } from "./menu";

interface MainNavigationProps {
  readonly home: string;
  /** What this person may go to, in order; what everybody has comes first. */
  readonly entries: readonly Crumb[];
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

export function MainNavigation({ home, entries }: MainNavigationProps) {
  const { pathname } = useLocation();
  const folded = entries.length > fitting ? entries.slice(kept) : [];
  const here = folded.find(({ to }) => isAt(pathname, to));
  return (
    <nav aria-label="Main" className="relative order-last w-full md:order-none md:w-auto md:grow">
      <ul className="flex flex-wrap gap-x-3 min-[22.5rem]:gap-x-5 sm:gap-x-6">
        {entries.map(({ label, to }) => (
          <li
            key={to}
            className={classes(folded.some((each) => each.to === to) && "max-md:hidden")}
          >
            <NavLink
              to={to}
              end={to === home}
              className={`inline-flex min-h-11 items-center ${entry}`}
            >
              {label}
            </NavLink>
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
              {folded.map(({ label, to }) => (
                <NavLink
                  key={to}
                  to={to}
                  className={`${menuRow} aria-[current]:bg-well aria-[current]:font-medium`}
                >
                  {label}
                </NavLink>
              ))}
            </Menu>
          </li>
        )}
      </ul>
    </nav>
  );
}

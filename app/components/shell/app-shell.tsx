import { Link, NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { SkipLink } from "~/components/ui/skip-link";
import { AccountMenu, type AccountMenuProps } from "./account-menu";
import type { Crumb } from "./breadcrumbs";
import { Footer } from "./footer";
import { Wordmark } from "./mark";

interface AppShellProps {
  readonly home: string;
  /** What this person may go to, in order; the first levels only. */
  readonly nav: readonly Crumb[];
  readonly account: AccountMenuProps;
  readonly children: ReactNode;
}

const navLink =
  "nav-link inline-flex min-h-11 items-center border-y-[3px] border-transparent text-[1rem] hover:border-b-line-strong " +
  "aria-[current=page]:border-b-accent aria-[current=page]:font-medium";

/** The frame of every page of a person who is signed in. */
export function AppShell({ home, nav, account, children }: AppShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink to="main">Skip to the page</SkipLink>
      <header className="screen-only border-b border-line">
        <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-8 px-4 pt-2 sm:px-6 md:flex-nowrap md:pt-0">
          <Link to={home} className="flex min-h-12 items-center rounded-md no-underline">
            <Wordmark />
          </Link>
          <nav aria-label="Main" className="order-last w-full md:order-none md:w-auto md:grow">
            <ul className="flex flex-wrap gap-x-5 sm:gap-x-6">
              {nav.map(({ label, to }) => (
                <li key={to}>
                  <NavLink to={to} end={to === home} className={navLink}>
                    {label}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          <AccountMenu {...account} />
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-page grow px-4 pt-6 pb-16 sm:px-6 sm:pt-9 sm:pb-24"
      >
        {children}
      </main>
      <Footer />
    </div>
  );
}

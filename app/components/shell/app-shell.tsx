import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { SkipLink } from "~/components/ui/skip-link";
import { AccountMenu, type AccountMenuProps } from "./account-menu";
import type { Crumb } from "./breadcrumbs";
import { Footer } from "./footer";
import { MainNavigation } from "./main-navigation";
import { Wordmark } from "./mark";

interface AppShellProps {
  readonly home: string;
  /** What this person may go to, in order; the first levels only. */
  readonly nav: readonly Crumb[];
  /** An address that says under which of them the page is; null where its own does. */
  readonly place: string | null;
  readonly account: AccountMenuProps;
  readonly children: ReactNode;
}

/** The frame of every page of a person who is signed in. */
export function AppShell({ home, nav, place, account, children }: AppShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink to="main">Skip to the page</SkipLink>
      <header className="screen-only border-b border-line">
        <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-8 px-4 pt-2 sm:px-6 md:flex-nowrap md:pt-0">
          <Link to={home} className="flex min-h-12 items-center rounded-md no-underline">
            <Wordmark />
          </Link>
          <MainNavigation entries={nav} place={place} />
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

import { Form, Link } from "@remix-run/react";
import { useRef } from "react";
import { Icon } from "~/components/ui/icon";
import type { Crumb } from "./breadcrumbs";
import { useDismissal } from "./use-dismissal";

export interface AccountMenuProps {
  readonly name: string;
  readonly email: string;
  readonly links: readonly Crumb[];
  /** Where the sign-out form posts to. */
  readonly signOutAction: string;
}

const row = "flex min-h-11 w-full items-center gap-2.5 px-4 text-start hover:bg-well";

/** A `details` element: it opens without script; with it, it also closes by itself. */
export function AccountMenu({ name, email, links, signOutAction }: AccountMenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  useDismissal(menu);
  return (
    <details ref={menu} className="group relative">
      <summary className="flex min-h-11 items-center gap-1.5 rounded-md px-2 font-medium hover:bg-well">
        <Icon name="person" className="size-5" />
        <span className="sr-only">Account of </span>
        <span className="max-w-[9rem] truncate max-sm:sr-only sm:max-w-[14rem]">{name}</span>
        <Icon name="chevron-down" className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <div className="absolute end-0 z-10 mt-2 w-64 max-w-[calc(100vw-2rem)] overflow-hidden rounded-md border border-line-strong bg-sheet shadow-sheet">
        <p className="border-b border-line px-4 py-3 text-sm">
          <span className="block font-medium">{name}</span>
          <span className="block wrap-anywhere text-ink-soft">{email}</span>
        </p>
        {links.map(({ label, to }) => (
          <Link key={to} to={to} className={row}>
            {label}
          </Link>
        ))}
        <Form method="post" action={signOutAction} className="border-t border-line">
          <button type="submit" className={row}>
            Sign out
          </button>
        </Form>
      </div>
    </details>
  );
}

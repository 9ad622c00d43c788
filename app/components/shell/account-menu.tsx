import { Form, Link } from "@remix-run/react";
import { Icon } from "~/components/ui/icon";
import type { Crumb } from "./breadcrumbs";
import { Menu, menuRow } from "./menu";

export interface AccountMenuProps {
  readonly name: string;
  readonly email: string;
  readonly links: readonly Crumb[];
  /** Where the sign-out form posts to. */
  readonly signOutAction: string;
}

export function AccountMenu({ name, email, links, signOutAction }: AccountMenuProps) {
  return (
    <Menu
      className="relative"
      summaryClass="rounded-md px-2 font-medium hover:bg-well"
      summary={
        <>
          <Icon name="person" className="size-5" />
          <span className="sr-only">Account of </span>
          <span className="max-w-[9rem] truncate max-sm:sr-only sm:max-w-[14rem]">{name}</span>
        </>
      }
    >
      <p className="border-b border-line px-4 py-3 text-sm">
        <span className="block font-medium">{name}</span>
        <span className="block wrap-anywhere text-ink-soft">{email}</span>
      </p>
      {links.map(({ label, to }) => (
        <Link key={to} to={to} className={menuRow}>
          {label}
        </Link>
      ))}
      <Form method="post" action={signOutAction} className="border-t border-line">
        <button type="submit" className={menuRow}>
          Sign out
        </button>
      </Form>
    </Menu>
  );
}

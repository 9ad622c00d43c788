import { Link } from "@remix-run/react";
import { Icon } from "~/components/ui/icon";
import { paths } from "~/paths";

/** On a manager's home page: how the team is, and the way there. */
export function TeamLine({ line }: { readonly line: string }) {
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span className="inline-flex items-start gap-2">
        <Icon name="people" className="mt-[0.15em] size-5 text-ink-soft" />
        {line}
      </span>
      <Link
        to={paths.team()}
        className="inline-flex min-h-11 items-center text-link underline underline-offset-4"
      >
        See my team
      </Link>
    </p>
  );
}

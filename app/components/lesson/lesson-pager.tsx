import { Link } from "@remix-run/react";
import type { Crumb } from "~/components/shell/breadcrumbs";
import { Icon } from "~/components/ui/icon";

export interface LessonPagerProps {
  readonly previous?: Crumb | null;
  readonly next?: Crumb | null;
}

const turn = "group flex min-h-11 flex-1 basis-56 items-center gap-3 rounded-md py-2 no-underline";

/** Turning the page. */
export function LessonPager({ previous, next }: LessonPagerProps) {
  if (!previous && !next) return null;
  return (
    <nav
      aria-label="Other steps"
      className="mt-8 flex flex-wrap gap-x-8 gap-y-2 border-t border-line pt-5"
    >
      {previous ? (
        <Link to={previous.to} className={turn}>
          <Icon name="arrow-left" className="size-5" />
          <span>
            <span className="block text-sm text-ink-soft">Before this</span>
            <span className="font-serif text-lg wrap-anywhere group-hover:underline">
              {previous.label}
            </span>
          </span>
        </Link>
      ) : null}
      {next ? (
        <Link to={next.to} className={`${turn} justify-end text-end`}>
          <span>
            <span className="block text-sm text-ink-soft">Next in this course</span>
            <span className="font-serif text-lg wrap-anywhere group-hover:underline">
              {next.label}
            </span>
          </span>
          <Icon name="arrow-right" className="size-5" />
        </Link>
      ) : null}
    </nav>
  );
}

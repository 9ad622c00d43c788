import { useRef, type ReactNode } from "react";
import { Icon } from "~/components/ui/icon";
import { useDismissal } from "./use-dismissal";

interface MenuProps {
  /** What is pressed to open it. */
  readonly summary: ReactNode;
  readonly summaryClass: string;
  /** Where `relative`, the rows open below it; else below the nearest ancestor that is. */
  readonly className?: string;
  /** The page that is open is among the rows. */
  readonly current?: boolean;
  /** Rows, each of `menuRow`. */
  readonly children: ReactNode;
}

export const menuRow = "flex min-h-11 w-full items-center gap-2.5 px-4 text-start hover:bg-well";

/** A `details` element: it opens without script; with it, it also closes by itself. */
export function Menu(props: MenuProps) {
  const { summary, summaryClass, className = "", current = false, children } = props;
  const menu = useRef<HTMLDetailsElement>(null);
  useDismissal(menu);
  return (
    <details ref={menu} className={`group ${className}`}>
      <summary
        {...(current ? { "aria-current": "true" as const } : {})}
        className={`flex min-h-11 items-center gap-1.5 ${summaryClass}`}
      >
        {summary}
        <Icon name="chevron-down" className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <div className="absolute end-0 z-10 mt-2 w-64 max-w-[calc(100vw-2rem)] overflow-hidden rounded-md border border-line-strong bg-sheet lifted">
        {children}
      </div>
    </details>
  );
}

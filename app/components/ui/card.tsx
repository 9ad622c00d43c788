import type { ReactNode } from "react";
import { classes } from "./classes";

interface CardProps {
  readonly children: ReactNode;
  readonly as?: "div" | "section" | "article" | "li";
  readonly className?: string;
  /** The one card on a page that is the next thing to do. */
  readonly prominent?: boolean;
  readonly labelledBy?: string;
}

/** A sheet of paper on the desk. */
export function Card({
  children,
  as: Element = "div",
  className,
  prominent,
  labelledBy,
}: CardProps) {
  return (
    <Element
      aria-labelledby={labelledBy}
      className={classes(
        "relative rounded-lg border border-line bg-sheet p-5 sm:p-6",
        prominent === true && "pe-14 lifted sm:pe-20",
        className,
      )}
    >
      {prominent === true ? <Ribbon /> : null}
      {children}
    </Element>
  );
}

/** The bookmark: here is where you were. */
function Ribbon() {
  return (
    <svg
      viewBox="0 0 24 48"
      aria-hidden="true"
      className="absolute end-5 -top-1.5 h-12 w-6 fill-accent sm:end-8 sm:h-14 sm:w-7"
    >
      <path d="M0 0h24v46L12 37 0 46z" />
    </svg>
  );
}

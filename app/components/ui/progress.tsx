import { useId } from "react";
import { classes } from "./classes";

interface ProgressProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** The figures in words; by default "3 of 7". */
  readonly words?: string;
  readonly hideLabel?: boolean;
}

/**
 * A native progress element would need a style attribute in no browser but looks different in
 * each; this is an SVG whose width is an attribute, which a strict policy allows.
 */
export function Progress({ label, value, max, words, hideLabel }: ProgressProps) {
  const id = useId();
  const share = max > 0 ? Math.min(100, Math.round((value / max) * 100)) : 0;
  return (
    <div className="space-y-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span id={id} className={classes(hideLabel === true ? "sr-only" : "font-medium")}>
          {label}
        </span>
        <span className="text-ink-soft">{words ?? `${value} of ${max}`}</span>
      </div>
      <svg
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={words ?? `${value} of ${max}`}
        width="100%"
        height="10"
        className="block rounded-full border border-line-strong bg-sheet"
      >
        <rect width={`${share}%`} height="100%" className="fill-accent" />
      </svg>
    </div>
  );
}

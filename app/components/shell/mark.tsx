interface MarkProps {
  readonly className?: string;
}

/**
 * The product's mark: two voices, and what they have in common. The left one is said, the right
 * one is heard, and the accent is where they meet.
 */
export function Mark({ className = "size-8" }: MarkProps) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={`shrink-0 ${className}`}>
      <path className="fill-ink" d="M12 4.5a9 9 0 0 0-7.2 14.4L3.5 26l5.8-3.91A9 9 0 1 0 12 4.5z" />
      <path
        className="fill-sheet stroke-ink"
        strokeWidth="1.75"
        strokeLinejoin="round"
        d="M20 4.5a9 9 0 0 1 7.2 14.4L28.5 26l-5.8-3.91A9 9 0 1 1 20 4.5z"
      />
      <path
        className="fill-accent stroke-ink"
        strokeWidth="1.75"
        strokeLinejoin="round"
        d="M16 5.44a9 9 0 0 1 0 16.12 9 9 0 0 1 0-16.12z"
      />
    </svg>
  );
}

/** Mark and name. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 whitespace-nowrap">
      <Mark className="size-8" />
      <span className="font-serif text-[1.5rem] leading-none font-medium set-tight">Rapport</span>
    </span>
  );
}

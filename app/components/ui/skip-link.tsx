interface SkipLinkProps {
  /** The id of the element to jump to. */
  readonly to: string;
  readonly children: string;
}

/** The first thing that Tab reaches: past the navigation to what the page is about. */
export function SkipLink({ to, children }: SkipLinkProps) {
  return (
    <a
      href={`#${to}`}
      className="sr-only z-10 rounded-md bg-action font-medium text-on-action focus:not-sr-only focus:absolute focus:start-3 focus:top-3 focus:px-5! focus:py-3!"
    >
      {children}
    </a>
  );
}

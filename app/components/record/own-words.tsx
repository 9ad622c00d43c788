import type { ReactNode } from "react";

/** What somebody wrote, with the lines as they broke them. */
export function OwnWords({ children }: { readonly children: ReactNode }) {
  return (
    <blockquote className="keep-together mt-2 border-s-2 border-line-strong ps-4 font-serif whitespace-pre-line">
      {children}
    </blockquote>
  );
}

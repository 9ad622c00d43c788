/** The page that an error page stands in place of the next one of. */
import { useLocation } from "@remix-run/react";
import { createContext, useContext, useEffect } from "react";

/**
 * The page of ours that a document was asked from; null where that is none. Only the server knows it:
 * a browser begins with what the server wrote.
 */
export const PageBeforeContext = createContext<string | null>(null);

/** On the link to the page before, where a browser finds what the server wrote. */
export const beforeMark = "data-page-before";

/** What this browser showed last without an error; never set on the server, where no effect runs. */
let shown: string | null = null;

/** Says that the page at the present address could be shown. */
export function useShown(): void {
  const { pathname, search } = useLocation();
  useEffect(() => {
    shown = `${pathname}${search}`;
  }, [pathname, search]);
}

/** Where somebody was before something went wrong; null where nobody knows, or where that is `home`. */
export function usePageBefore(home: string): string | null {
  const askedFrom = useContext(PageBeforeContext);
  const before = shown ?? askedFrom;
  return before === home ? null : before;
}

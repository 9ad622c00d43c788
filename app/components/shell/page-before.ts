/** The page that an error page stands in place of the next one of. */
import { createContext, useContext } from "react";

/** The page of ours that a document was asked from, as the server knows it; null where that is none. */
export const PageBeforeContext = createContext<string | null>(null);

/** What this browser showed last without an error; nothing on the server, where no effect runs. */
export const shown: { address?: string } = {};

/** A browser begins with what the server wrote. */
function written(): string | null {
  if (typeof document === "undefined") return null;
  return document.querySelector("[data-back]")?.getAttribute("href") ?? null;
}

/** Where somebody was before something went wrong; null where nobody knows, or where that is `home`. */
export function usePageBefore(home: string): string | null {
  const asked = useContext(PageBeforeContext);
  const { address = asked ?? written() } = shown;
  return address === home ? null : address;
}

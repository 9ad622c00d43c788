import { useEffect, useRef, type RefObject } from "react";

/**
 * When a conversation ends without a page load, reading goes on at the title of its result; when a
 * practice goes back from there, at the title of the conversation.
 */
export function useEnding(hasEnded: boolean): RefObject<HTMLDivElement> {
  const page = useRef<HTMLDivElement>(null);
  const had = useRef(hasEnded);
  useEffect(() => {
    if (had.current === hasEnded) return;
    had.current = hasEnded;
    page.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [hasEnded]);
  return page;
}

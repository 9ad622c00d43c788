import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { shown as seen } from "./page-before";

/**
 * When another page arrives without a page load, reading goes on at its title, as it would after
 * one; where the address names a place in the page, at that place. The same where a form or a link
 * led back to its own page and is no longer on it: whoever pressed it would otherwise be nowhere.
 * Nothing is scrolled: that is ScrollRestoration's.
 */
export function useArrival(): void {
  const { key, pathname, hash } = useLocation();
  const shown = useRef({ key, pathname });
  useEffect(() => {
    seen.address = location.pathname + location.search;
    const before = shown.current;
    shown.current = { key, pathname };
    if (before.key === key) return;
    if (before.pathname === pathname && document.activeElement !== document.body) return;
    const place =
      document.getElementById(hash.slice(1)) ?? document.querySelector<HTMLElement>("main h1");
    if (place === null) return;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }, [key, pathname, hash]);
}

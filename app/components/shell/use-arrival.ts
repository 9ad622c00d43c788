import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";

/**
 * When another page arrives without a page load, reading goes on at its title, as it would after
 * one; where the address names a place in the page, at that place. Nothing is scrolled: that is
 * ScrollRestoration's.
 */
export function useArrival(): void {
  const { pathname, hash } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const place =
      document.getElementById(hash.slice(1)) ?? document.querySelector<HTMLElement>("main h1");
    if (place === null) return;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }, [pathname, hash]);
}

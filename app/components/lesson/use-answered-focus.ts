import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";

/**
 * After a form of a lesson was kept without a page load, reading goes on at what was answered: the
 * redirect names its place, and the form that had the focus is gone.
 */
export function useAnsweredFocus(): void {
  const { hash, key } = useLocation();
  const seen = useRef(key);
  useEffect(() => {
    if (seen.current === key) return;
    seen.current = key;
    const answered = hash === "" ? null : document.getElementById(hash.slice(1));
    if (answered === null) return;
    answered.setAttribute("tabindex", "-1");
    answered.focus({ preventScroll: true });
    answered.scrollIntoView({ block: "nearest" });
  }, [hash, key]);
}

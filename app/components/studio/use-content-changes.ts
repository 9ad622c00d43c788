import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { paths } from "~/paths";

/**
 * Loads the page's data again whenever content changed. Only while the page is to be seen: a
 * browser keeps few connections to one site, and each open stream is one.
 */
export function useContentChanges(version: string): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    let source: EventSource | null = null;
    const open = () => {
      if (source !== null || document.hidden) return;
      source = new EventSource(paths.studioChanges());
      source.addEventListener("message", ({ data }) => {
        if (data !== version) revalidate();
      });
    };
    const close = () => {
      source?.close();
      source = null;
    };
    const follow = () => (document.hidden ? close() : open());
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      close();
    };
  }, [version, revalidate]);
}

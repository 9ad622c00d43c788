import { useEffect, type RefObject } from "react";

/** Closes an open `details` menu on Escape, on a press outside, and when a link in it is followed. */
export function useDismissal(menu: RefObject<HTMLDetailsElement>): void {
  useEffect(() => {
    const close = () => menu.current?.removeAttribute("open");
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) close();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || menu.current?.open !== true) return;
      close();
      menu.current.querySelector("summary")?.focus();
    };
    const onClick = (event: MouseEvent) => {
      if (event.target instanceof Element && menu.current?.contains(event.target.closest("a"))) {
        close();
      }
    };
    document.addEventListener("pointerdown", onPress);
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    return () => {
      document.removeEventListener("pointerdown", onPress);
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onClick);
    };
  }, [menu]);
}

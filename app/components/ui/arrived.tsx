import { useEffect, useRef, type ReactNode } from "react";

interface ArrivedProps {
  /** The answer that brought it: another one, even in the same words, is another object. */
  readonly answer: object | undefined;
  readonly children: ReactNode;
}

/** What an answer brought far from the button that was pressed: it takes the focus, and so is seen and read. */
export function Arrived({ answer, children }: ArrivedProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [answer]);
  return (
    <div ref={box} tabIndex={-1}>
      {children}
    </div>
  );
}

import type { ReactNode } from "react";

interface StatusProps {
  /** Empty when there is nothing to say; the region itself must stay on the page to be heard. */
  readonly children?: ReactNode;
  /** `assertive` interrupts what is being read: only where something was not saved. */
  readonly urgency?: "polite" | "assertive";
  readonly className?: string;
}

/** A live region: what happens without a page load is said aloud. */
export function Status({ children, urgency = "polite", className }: StatusProps) {
  const role = urgency === "assertive" ? "alert" : "status";
  return (
    <div role={role} aria-live={urgency} aria-atomic="true" className={className}>
      {children}
    </div>
  );
}

import type { ReactNode } from "react";
import { classes } from "~/components/ui/classes";
import { Icon, type IconName } from "~/components/ui/icon";

interface PlateProps {
  readonly id?: string;
  readonly icon: IconName;
  /** What kind of thing this is: "Check", "Your goal". */
  readonly kind: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** Something in a lesson that the reader does rather than reads. */
export function Plate({ id, icon, kind, label, children, className }: PlateProps) {
  return (
    <section
      id={id}
      aria-label={label}
      className={classes("plate rounded-lg border border-line bg-sheet p-5 sm:p-7", className)}
    >
      <p className="mb-3 flex items-center gap-2 text-sm font-medium text-ink-soft">
        <Icon name={icon} className="size-5" />
        {kind}
      </p>
      {children}
    </section>
  );
}

import type { ReactNode } from "react";
import { Icon } from "~/components/ui/icon";

/** The same moment twice: what goes wrong beside what works. */
export function Models({ children }: { readonly children: ReactNode }) {
  return <div className="plate plate-wide grid gap-4 md:grid-cols-2 md:gap-5">{children}</div>;
}

interface ModelProps {
  readonly title?: string;
  readonly children: ReactNode;
}

export function BadModel({ title, children }: ModelProps) {
  return (
    <Model kind="What goes wrong" icon="cross" look="text-danger bg-danger-ground" title={title}>
      {children}
    </Model>
  );
}

export function GoodModel({ title, children }: ModelProps) {
  return (
    <Model kind="What works" icon="check" look="text-success bg-success-ground" title={title}>
      {children}
    </Model>
  );
}

interface ModelFrameProps {
  readonly kind: string;
  readonly icon: "cross" | "check";
  readonly look: string;
  readonly title: string | undefined;
  readonly children: ReactNode;
}

export function Model({ kind, icon, look, title, children }: ModelFrameProps) {
  return (
    <section
      aria-label={title ? `${kind}: ${title}` : kind}
      className="keep-together overflow-hidden rounded-lg border border-line bg-sheet"
    >
      <header className={`px-5 pt-3.5 pb-3 ${look}`}>
        <p className="flex items-center gap-1.5 text-sm font-medium">
          <Icon name={icon} className="size-4.5" />
          {kind}
          {title ? <span className="sr-only">: </span> : null}
        </p>
        {title ? <p className="mt-0.5 font-serif text-lg text-ink">{title}</p> : null}
      </header>
      <div className="model-lines px-5 pt-4 pb-5">{children}</div>
    </section>
  );
}

import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "./breadcrumbs";

interface PageHeaderProps {
  readonly title: ReactNode;
  /** One or two sentences under the title. */
  readonly lead?: ReactNode;
  readonly trail?: readonly Crumb[];
  /** Small facts or tags under the lead. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

export function PageHeader({ title, lead, trail, children, actions }: PageHeaderProps) {
  return (
    <header className="mb-8 space-y-3 sm:mb-10">
      {trail && trail.length > 0 ? <Breadcrumbs trail={trail} /> : null}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="max-w-talk min-w-0 flex-1 basis-64">
          <h1 className="text-2xl">{title}</h1>
          {lead ? (
            <p className="mt-2.5 font-serif text-lg text-pretty text-ink-soft">{lead}</p>
          ) : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-3 print:hidden">{actions}</div> : null}
      </div>
      {children}
    </header>
  );
}

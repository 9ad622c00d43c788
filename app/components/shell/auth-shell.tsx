import type { ReactNode } from "react";
import { SkipLink } from "~/components/ui/skip-link";
import { Wordmark } from "./mark";

interface AuthShellProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** Sign-in, set-up and passwords: the form, and beside it what the product is, in one exchange. */
export function AuthShell({ title, lead, children }: AuthShellProps) {
  return (
    <div className="grid min-h-dvh md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <SkipLink to="main">Skip to the form</SkipLink>
      <div className="flex flex-col px-5 py-6 sm:px-10 sm:py-8">
        <header>
          <Wordmark />
        </header>
        <main id="main" tabIndex={-1} className="m-auto w-full max-w-[26rem] py-10">
          <h1 className="text-2xl">{title}</h1>
          {lead ? <p className="mt-2 text-ink-soft">{lead}</p> : null}
          <div className="mt-7">{children}</div>
        </main>
      </div>
      <Exchange />
    </div>
  );
}

function Exchange() {
  return (
    <aside
      aria-label="What Rapport is for"
      className="screen-only flex flex-col justify-center gap-6 border-line bg-well px-6 py-12 max-md:border-t sm:px-12 md:border-s"
    >
      <blockquote className="max-w-[24rem] rounded-bubble rounded-es-sm border border-line bg-sheet px-6 py-5 font-serif text-lg lifted">
        This is the third time I have had to explain it.
      </blockquote>
      <blockquote className="max-w-[24rem] self-end rounded-bubble rounded-ee-sm bg-mine px-6 py-5 font-serif text-lg text-on-mine lifted">
        Then let me say it back to you, so that it is the last.
      </blockquote>
      <p className="mt-4 max-w-[26rem] text-sm text-ink-soft">
        Some sentences change how a day goes. They can be practised.
      </p>
    </aside>
  );
}

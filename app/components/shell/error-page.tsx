import { buttonClass } from "~/components/ui/button";
import { Wordmark } from "./mark";

interface ErrorPageProps {
  readonly status: number;
  readonly title: string;
  /** What happened and what to do now, in plain words. */
  readonly message: string;
  /** For whoever is asked for help. */
  readonly requestId: string | null;
  readonly home: string;
  /** The page before; null where that is not known. */
  readonly back?: string | null;
}

/** A page in place of the one that was wanted; it needs nothing but its own markup. */
export function ErrorPage(props: ErrorPageProps) {
  const { status, title, message, requestId, home, back = null } = props;
  return (
    <div className="flex min-h-dvh flex-col px-5 py-6 sm:px-10 sm:py-8">
      <header className="self-start">
        <a href={home} className="inline-block rounded-md no-underline">
          <Wordmark />
        </a>
      </header>
      <main className="m-auto w-full max-w-[34rem] py-12">
        {status > 0 && <p className="font-serif text-lg text-ink-soft">Error {status}</p>}
        <h1 className="mt-1 text-3xl">{title}</h1>
        <p className="mt-4 font-serif text-lg text-pretty">{message}</p>
        <p className="mt-8 flex flex-wrap gap-3">
          {/* An empty address is the page that was asked for. */}
          {status > 0 || (
            <a href="" className={buttonClass("primary")}>
              Try again
            </a>
          )}
          {back === null ? null : (
            <a href={back} data-back className={buttonClass("primary")}>
              Back to where you were
            </a>
          )}
          <a href={home} className={buttonClass(back === null && status > 0 ? "primary" : "quiet")}>
            Go to your home page
          </a>
        </p>
        {requestId ? (
          <p className="mt-10 text-sm text-ink-soft">
            If you ask for help, give them this number:
            <code className="block font-mono wrap-anywhere">{requestId}</code>
          </p>
        ) : null}
      </main>
    </div>
  );
}

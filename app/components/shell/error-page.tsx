import type { ReactNode } from "react";
import { buttonClass } from "~/components/ui/button";
import { Wordmark } from "./mark";

interface ErrorPageProps {
  readonly status: number;
  readonly title?: string;
  /** What happened and what to do now, in plain words. */
  readonly message?: ReactNode;
  /** For whoever is asked for help. */
  readonly requestId?: string;
  readonly home: string;
}

const known: Record<number, { title: string; message: string }> = {
  400: {
    title: "We could not read that",
    message: "Something was missing from the form. Go back and send it again.",
  },
  403: {
    title: "This page is not open to you",
    message:
      "Your account does not include it. If your work needs it, ask your administrator for the role that has it.",
  },
  404: {
    title: "There is nothing here",
    message: "The address may be old or mistyped, or what was here has been put away.",
  },
  405: {
    title: "That cannot be done here",
    message: "Go back to the page you came from and try again from there.",
  },
  413: {
    title: "That was too long",
    message: "Go back, shorten what you wrote, and send it again.",
  },
  429: {
    title: "That was a lot at once",
    message: "Please wait a minute, then try again.",
  },
  503: {
    title: "Back in a moment",
    message: "What you had already saved is safe. Please try again in a minute.",
  },
};

const unexpected = {
  title: "That was our fault",
  message:
    "What you had already saved is safe. Go back and try again; if it happens twice, tell someone.",
};

/** A page in place of the one that was wanted; it needs nothing but its own markup. */
export function ErrorPage({ status, title, message, requestId, home }: ErrorPageProps) {
  const words = known[status] ?? unexpected;
  return (
    <div className="flex min-h-dvh flex-col px-5 py-6 sm:px-10 sm:py-8">
      <a href={home} className="self-start rounded-md no-underline">
        <Wordmark />
      </a>
      <main className="m-auto w-full max-w-[34rem] py-12">
        <p className="font-serif text-lg text-ink-soft">Error {status}</p>
        <h1 className="mt-1 text-3xl">{title ?? words.title}</h1>
        <p className="mt-4 font-serif text-lg">{message ?? words.message}</p>
        <p className="mt-8">
          <a href={home} className={buttonClass("primary")}>
            Go to your home page
          </a>
        </p>
        {requestId ? (
          <p className="mt-10 text-sm text-ink-soft">
            If you ask for help, give them this number:{" "}
            <code className="wrap-anywhere">{requestId}</code>
          </p>
        ) : null}
      </main>
    </div>
  );
}

/** What somebody reads whose request was refused or failed: by status, or the sentence that was sent. */

export interface RefusalWords {
  readonly title: string;
  readonly message: string;
}

/** In place of a status where no answer came: the visitor's connection is gone, and nobody is to blame. */
export const unreached = 0;

const known: Readonly<Record<number, RefusalWords>> = {
  [unreached]: {
    title: "You are not connected",
    message: "This page did not come through. What you had saved is safe.",
  },
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
  409: {
    title: "Something has changed since",
    message: "Nothing was lost and nothing was recorded twice. Go back and look again.",
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

const unexpected: RefusalWords = {
  title: "That was our fault",
  message:
    "What you had already saved is safe. Go back and try again; if it happens twice, tell someone.",
};

/** A text that was sent along, as `{ sentence, requestId }`; null where there is none of that name. */
export function textSent(data: unknown, field: string): string | null {
  if (typeof data !== "object" || data === null) return null;
  const value: unknown = Object.entries(data).find(([name]) => name === field)?.[1];
  return typeof value === "string" ? value : null;
}

/** `data` is what was sent with the status, if anything. Never a stack. */
export function refusalWords(status: number, data: unknown): RefusalWords {
  const { title, message } = known[status] ?? unexpected;
  return { title, message: textSent(data, "sentence") ?? message };
}

import { isRouteErrorResponse } from "@remix-run/react";

interface Words {
  readonly title: string;
  readonly message: string;
}

export interface Problem extends Words {
  readonly status: number;
  /** For whoever is asked for help. */
  readonly requestId: string | null;
}

const known: Record<number, Words> = {
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

const unexpected: Words = {
  title: "That was our fault",
  message:
    "What you had already saved is safe. Go back and try again; if it happens twice, tell someone.",
};

function textOf(data: unknown, field: string): string | null {
  if (typeof data !== "object" || data === null) return null;
  const value: unknown = Object.entries(data).find(([name]) => name === field)?.[1];
  return typeof value === "string" ? value : null;
}

/** What an error page says: by status, or the sentence that the server sent. Never a stack. */
export function problemOf(error: unknown): Problem {
  const answered = isRouteErrorResponse(error);
  const status = answered ? error.status : 500;
  const data: unknown = answered ? error.data : null;
  const { title, message } = known[status] ?? unexpected;
  return {
    status,
    title,
    message: textOf(data, "sentence") ?? message,
    requestId: textOf(data, "requestId"),
  };
}

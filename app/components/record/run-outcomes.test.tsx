import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { expect, test } from "vitest";
import { OfficialRuns } from "~/components/team/official-runs";
import { OwnAttempts, ResultsByLast, type OwnAttempt } from "./own-attempts";
import { SharedRunList } from "./shared-run-list";

const at = "2026-03-02T10:00:00.000Z";

function html(element: ReactElement): string {
  const router = createMemoryRouter([{ path: "*", element }]);
  return renderToStaticMarkup(<RouterProvider router={router} />);
}

function ownRun(given: Pick<OwnAttempt, "ended" | "outcome">): string {
  const run = { id: "a", title: "The parcel", mode: "practice", time: null } as const;
  return html(<OwnAttempts attempts={[{ ...run, startedAt: at, timeZone: "UTC", ...given }]} />);
}

function sharedRun(outcome: "passed" | "failed" | null): string {
  const run = {
    id: "a",
    title: "The parcel",
    mode: "practice",
    playedAt: at,
    sharedAt: at,
    outcome,
  } as const;
  const person = { id: "b", name: "Ben" };
  return html(<SharedRunList timeZone="UTC" runs={[{ ...run, person }]} />);
}

function managedRun(passed: boolean): string {
  const outcome = passed ? ("passed" as const) : ("failed" as const);
  const latest = { outcome, endedAt: at, behaviours: [] };
  const run = { slug: "parcel", title: "The parcel", attempts: 1, again: null, passed, latest };
  return html(<OfficialRuns timeZone="UTC" runs={[run]} />);
}

test("how a run went is said in the same words to its player, to a reader and to a manager", () => {
  for (const page of [
    ownRun({ ended: true, outcome: "passed" }),
    html(<ResultsByLast results={[{ slug: "p", title: "The parcel", result: "passed" }]} />),
    sharedRun("passed"),
    managedRun(true),
  ]) {
    expect(page).toContain("It went well");
  }
  for (const page of [
    ownRun({ ended: true, outcome: "failed" }),
    html(<ResultsByLast results={[{ slug: "p", title: "The parcel", result: "failed" }]} />),
    sharedRun("failed"),
    managedRun(false),
  ]) {
    expect(page).toContain("Not there yet");
  }
});

test("a run that has not ended is going on", () => {
  expect(ownRun({ ended: false, outcome: null })).toContain("Going on");
  expect(sharedRun(null)).toContain("Going on");
});

import { expect, test } from "vitest";
import { OfficialRuns } from "~/components/team/official-runs";
import { pageHtml } from "tests/setup/page-html";
import type { OwnAttempt } from "~/core/practice/own-runs";
import { LibraryEntry } from "~/components/scenario/library-entry";
import { ReplayFacts } from "~/components/scenario/replay-facts";
import { OwnAttempts, ResultsByLast } from "./own-attempts";
import { OwnBehaviours } from "./own-behaviours";
import { SharedRunList } from "./shared-run-list";

const at = "2026-03-02T10:00:00.000Z";

function ownRun(given: Pick<OwnAttempt, "ended" | "outcome">): Promise<string> {
  const run = {
    id: "a",
    slug: "parcel",
    title: "The parcel",
    mode: "practice",
    time: null,
  } as const;
  return pageHtml(
    <OwnAttempts
      today="2026-03-02"
      older={{}}
      attempts={[{ ...run, startedAt: at, timeZone: "UTC", ...given }]}
    />,
  );
}

function sharedRun(outcome: "passed" | "failed" | null): Promise<string> {
  const run = {
    id: "a",
    title: "The parcel",
    mode: "practice",
    playedAt: at,
    sharedAt: at,
    outcome,
  } as const;
  const person = { id: "b", name: "Ben" };
  return pageHtml(<SharedRunList timeZone="UTC" runs={[{ ...run, person }]} />);
}

function managedRun(passed: boolean | null): Promise<string> {
  const outcome = passed === true ? ("passed" as const) : ("failed" as const);
  const kindness = { name: "Kindness", shown: 1, offered: 6, repaired: 1 };
  const latest = { outcome, endedAt: at, behaviours: [kindness] };
  const run = {
    slug: "parcel",
    title: "The parcel",
    attempts: 1,
    again: null,
    byLast: false,
    passed: passed === true,
    latest: passed === null ? null : latest,
  };
  return pageHtml(<OfficialRuns timeZone="UTC" today="2026-03-02" runs={[run]} />);
}

test("how a run went is said in the same words to its player, to a reader and to a manager", async () => {
  for (const page of [
    await ownRun({ ended: true, outcome: "passed" }),
    await pageHtml(
      <ResultsByLast results={[{ slug: "p", title: "The parcel", result: "passed" }]} />,
    ),
    await sharedRun("passed"),
    await managedRun(true),
  ]) {
    expect(page).toContain("It went well");
  }
  for (const page of [
    await ownRun({ ended: true, outcome: "failed" }),
    await pageHtml(
      <ResultsByLast results={[{ slug: "p", title: "The parcel", result: "failed" }]} />,
    ),
    await sharedRun("failed"),
    await managedRun(false),
  ]) {
    expect(page).toContain("Not there yet");
  }
});

function entry(): Promise<string> {
  const person = { id: "rosa", name: "Rosa" };
  const item = { title: "The parcel", summary: "", to: "/", minutes: 5, channel: "desk" } as const;
  return pageHtml(<LibraryEntry {...item} moments={null} person={person} standing="begun" />);
}

function facts(): Promise<string> {
  const run = { mode: "practice", shared: false, time: null, timeZone: "UTC" } as const;
  return pageHtml(<ReplayFacts {...run} startedAt={at} endedAt={null} result={null} />);
}

test("a run that has not ended is under way, on every page that tells of it", async () => {
  const own = await ownRun({ ended: false, outcome: null });
  for (const page of [
    own,
    await sharedRun(null),
    await managedRun(null),
    await entry(),
    await facts(),
  ]) {
    expect(page).toContain("Under way");
    expect(page).not.toMatch(/going on|begun/i);
  }
});

test("a manager reads what was put right later, as the person does after the run", async () => {
  const kindness = { name: "Kindness", shown: 1, offered: 6, repaired: 1 };
  const own = await pageHtml(<OwnBehaviours behaviours={[kindness]} />);
  for (const page of [own, await managedRun(false)]) {
    expect(page).toContain("shown in 1 of 6, 1 put right later");
  }
});

test("runs that are not listed any more are counted with the earlier ones, and where they are is said", async () => {
  const run = { slug: "parcel", title: "The parcel", mode: "practice", time: null } as const;
  const how = { ended: true, outcome: "passed", startedAt: at, timeZone: "UTC" } as const;
  const attempts = ["a", "b", "c", "d"].map((id) => ({ ...run, ...how, id }));
  const page = await pageHtml(
    <OwnAttempts today="2026-03-02" older={{ parcel: 2 }} attempts={attempts} />,
  );
  expect(page).toContain("3 earlier runs");
  expect(page).toMatch(/2 older runs are among .*href="\/me\/data"/);
});

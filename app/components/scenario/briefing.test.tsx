import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { expect, test } from "vitest";
import { Briefing, type BriefingProps } from "./briefing";

const facts: BriefingProps = {
  title: "The parcel",
  summary: "Somebody waits.",
  minutes: 5,
  channel: "desk",
  setting: "A counter",
  role: "You serve",
  behaviours: ["Listening"],
  briefing: [],
  cast: [{ id: "maya", name: "Maya", role: "A customer" }],
  trail: [],
  time: "stated",
};
const practice = { attemptId: "a", mode: "practice" } as const;

function html(given: Partial<BriefingProps>): string {
  const element = <Briefing {...facts} {...given} />;
  const router = createMemoryRouter([{ path: "*", element }]);
  return renderToStaticMarkup(<RouterProvider router={router} />);
}

test("while a practice is open, another run is offered only where one can be begun", () => {
  const official = {
    mayBegin: true,
    sentences: ["Two official runs; you have one left."],
    seen: false,
    done: false,
  };
  const open = html({ open: [practice], official });
  expect(open).toContain("Or start another run");
  expect(open).toContain("Start the official run");
  const spent = html({ open: [practice], official: { ...official, mayBegin: false } });
  expect(spent).not.toContain("Or start another run");
  expect(spent).not.toContain("Start the official run");
  expect(spent).not.toContain('name="time"');
  // Why there is none is said all the same.
  expect(spent).toContain("Two official runs");
});

test("without an open run both ways to play are offered", () => {
  const page = html({});
  expect(page).toContain("Start practising");
  expect(page).toContain("Start the official run");
  expect(page).not.toContain("Or start another run");
});

test("before an official run one reads who will see it: the manager, or nobody what was said", () => {
  const whole = "Your manager can look at the whole run once it has ended";
  const unsaid = /never\s+what was said/;
  const page = (seen: boolean) =>
    html({ official: { mayBegin: true, sentences: [], seen, done: false } });
  expect(page(true)).toContain(whole);
  expect(page(true)).not.toMatch(unsaid);
  expect(page(false)).toMatch(unsaid);
  expect(page(false)).not.toContain(whole);
});

test("an official run completes the step, and where it is complete changes nothing on record", () => {
  const page = (done: boolean) =>
    html({ official: { mayBegin: true, sentences: [], seen: false, done } });
  expect(page(false)).toContain("a run that goes well completes the step");
  expect(page(true)).not.toContain("completes the step");
  expect(page(true)).toContain("However another run goes, that stays on your record.");
});

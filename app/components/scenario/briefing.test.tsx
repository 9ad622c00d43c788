import { expect, test } from "vitest";
import { pageHtml } from "tests/setup/page-html";
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

function html(given: Partial<BriefingProps>): Promise<string> {
  return pageHtml(<Briefing {...facts} {...given} />);
}

test("while a practice is open, another run is offered only where one can be begun", async () => {
  const official = {
    mayBegin: true,
    sentences: ["Two official runs; you have one left."],
    seen: false,
    done: false,
  };
  const open = await html({ open: [practice], official });
  expect(open).toContain("Or start another run");
  expect(open).toContain("Start the official run");
  const spent = await html({ open: [practice], official: { ...official, mayBegin: false } });
  expect(spent).not.toContain("Or start another run");
  expect(spent).not.toContain("Start the official run");
  expect(spent).not.toContain('name="time"');
  // Why there is none is said all the same.
  expect(spent).toContain("Two official runs");
});

test("without an open run both ways to play are offered", async () => {
  const page = await html({});
  expect(page).toContain("Start practising");
  expect(page).toContain("Start the official run");
  expect(page).not.toContain("Or start another run");
});

test("before an official run one reads who will see it: the manager, or nobody what was said", async () => {
  const whole = "Your manager can look at the whole run once it has ended";
  const unsaid = /never\s+what was said/;
  const page = (seen: boolean) =>
    html({ official: { mayBegin: true, sentences: [], seen, done: false } });
  expect(await page(true)).toContain(whole);
  expect(await page(true)).not.toMatch(unsaid);
  expect(await page(false)).toMatch(unsaid);
  expect(await page(false)).not.toContain(whole);
});

test("an official run completes the step, and where it is complete changes nothing on record", async () => {
  const page = (done: boolean) =>
    html({ official: { mayBegin: true, sentences: [], seen: false, done } });
  expect(await page(false)).toContain("a run that goes well completes the step");
  expect(await page(true)).not.toContain("completes the step");
  expect(await page(true)).toContain("However another run goes, that stays on your record.");
});

test("the form of a briefing says what it told of managers, so that no other page begins a run that they see", async () => {
  const official = { mayBegin: true, sentences: [], done: false };
  const told = 'name="told" value="shared"';
  const seen = await html({ official: { ...official, seen: true } });
  expect(seen).toContain("Your manager can look at the whole run");
  expect(seen).toContain(told);
  expect(await html({ official: { ...official, seen: false } })).not.toContain(told);
});

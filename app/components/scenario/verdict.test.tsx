import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Verdict, type VerdictProps } from "./verdict";

function verdict(given: Partial<VerdictProps>): string {
  const props: VerdictProps = {
    mode: "practice",
    passed: true,
    endedWell: true,
    required: [],
    short: null,
    shared: false,
    mayRun: true,
    left: [],
    stands: false,
    ...given,
  };
  return renderToStaticMarkup(<Verdict {...props} />);
}

test("a practice that is nobody else's says so, however it went", () => {
  expect(verdict({ passed: true })).toContain("Nobody can see it but you.");
  expect(verdict({ passed: false })).toContain("Nobody can see it but you.");
});

test("a practice that is shared says where one reads who can see it, however it went", () => {
  for (const passed of [true, false]) {
    const page = verdict({ passed, shared: true });
    expect(page).not.toContain("Nobody");
    expect(page).toContain("its replay says who can see it");
  }
});

test("an official run never says that nobody sees it", () => {
  expect(verdict({ mode: "official", passed: true })).not.toContain("Nobody");
  expect(verdict({ mode: "official", passed: false })).not.toContain("Nobody");
});

test("where the talk ended well it says how far a pass is away, and never rounds up to it", () => {
  const short = { reached: 0.4996, needed: 0.5 };
  expect(verdict({ passed: false, short })).toContain(
    "good chances went by: you took 49% of what counts, and a pass takes 50%.",
  );
  const both = verdict({ passed: false, required: ["Listening"], short });
  expect(both).toContain("needs is listening, at least once. And on the whole you took 49%");
  expect(verdict({ passed: false, endedWell: false, short })).not.toContain("%");
});

test("after a run that did not pass one reads how many are left, and that what stands stays", () => {
  const left = ["You have one of your two official runs left.", "It opens tomorrow at 09:00."];
  const page = verdict({ mode: "official", passed: false, mayRun: false, left, stands: true });
  expect(page).toContain(
    "You have one of your two official runs left. It opens tomorrow at 09:00.",
  );
  expect(page).toContain("What you completed before stays on your record.");
  expect(verdict({ mode: "official", passed: true, left })).not.toContain("left");
});

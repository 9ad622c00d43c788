import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Verdict, type VerdictProps } from "./verdict";

function verdict(given: Partial<VerdictProps>): string {
  const props: VerdictProps = {
    mode: "practice",
    passed: true,
    endedWell: true,
    required: [],
    shared: false,
    mayRun: true,
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

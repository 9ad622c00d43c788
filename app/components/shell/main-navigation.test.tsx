import { expect, test } from "vitest";
import { MainNavigation } from "~/components/shell/main-navigation";
import { paths } from "~/paths";
import { pageHtml } from "tests/setup/page-html";

const entries = [
  { label: "Home", to: paths.home() },
  { label: "Courses", to: paths.courses() },
  { label: "Role-plays", to: paths.scenarios() },
  { label: "Records", to: paths.records() },
  { label: "My team", to: paths.team() },
];

async function markedAt(address: string, own = entries): Promise<readonly string[]> {
  const page = await pageHtml(<MainNavigation entries={own} />, address);
  const marked = page.matchAll(/aria-current="page"[^>]*>([^<]*)</g);
  // What does not fit on a phone stands behind "More", too.
  return [...new Set(Array.from(marked, ([, label]) => label ?? ""))];
}

test("the menu marks the entry under which a page is", async () => {
  expect(await markedAt(paths.home())).toEqual(["Home"]);
  expect(await markedAt(paths.lesson("day-one/why-we-serve"))).toEqual(["Courses"]);
  expect(await markedAt(paths.teamPerson("x"))).toEqual(["My team"]);
  expect(await markedAt(paths.me())).toEqual([]);
});

test("a run and its replay are among the role-plays", async () => {
  expect(await markedAt(paths.attempt("x"))).toEqual(["Role-plays"]);
  expect(await markedAt(paths.replayMoment("x", 2))).toEqual(["Role-plays"]);
});

test("what people shared is with a manager's team, and with a trainer among the records", async () => {
  expect(await markedAt(paths.sharedRuns())).toEqual(["My team"]);
  const trainers = entries.filter(({ to }) => to !== paths.team());
  expect(await markedAt(paths.sharedRuns(), trainers)).toEqual(["Records"]);
});

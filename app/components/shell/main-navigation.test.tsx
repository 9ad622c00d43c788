import { expect, test } from "vitest";
import { placeOfReplay } from "~/components/scenario/replay-trail";
import { MainNavigation } from "~/components/shell/main-navigation";
import { placeInMenu } from "~/components/shell/place-in-menu";
import { paths } from "~/paths";
import { pageHtml } from "tests/setup/page-html";

const entries = [
  { label: "Home", to: paths.home() },
  { label: "Courses", to: paths.courses() },
  { label: "Role-plays", to: paths.scenarios() },
  { label: "Records", to: paths.records() },
  { label: "My team", to: paths.team() },
];

async function markedAt(
  address: string,
  own = entries,
  place: string | null = null,
): Promise<readonly string[]> {
  const page = await pageHtml(<MainNavigation entries={own} place={place} />, address);
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

test("another's replay is with what people shared, one's own among the role-plays", async () => {
  const owner = { id: "x", name: "Ana", managed: true, announced: false };
  const root = { handle: undefined, data: { frame: null } };
  const at = (data: unknown) =>
    markedAt(paths.replay("x"), entries, placeInMenu([root, { handle: placeOfReplay, data }]));
  expect(await at({ owner })).toEqual(["My team"]);
  expect(await at({ owner: null })).toEqual(["Role-plays"]);
  expect(await at(undefined)).toEqual(["Role-plays"]);
});

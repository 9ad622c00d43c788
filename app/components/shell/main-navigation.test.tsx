import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { expect, test } from "vitest";
import { MainNavigation } from "~/components/shell/main-navigation";
import { paths } from "~/paths";

const entries = [
  { label: "Home", to: paths.home() },
  { label: "Courses", to: paths.courses() },
  { label: "Role-plays", to: paths.scenarios() },
  { label: "Records", to: paths.records() },
  { label: "My team", to: paths.team() },
];

function markedAt(address: string): readonly string[] {
  const router = createMemoryRouter(
    [{ path: "*", element: <MainNavigation entries={entries} /> }],
    {
      initialEntries: [address],
    },
  );
  const page = renderToStaticMarkup(<RouterProvider router={router} />);
  const marked = page.matchAll(/aria-current="page"[^>]*>([^<]*)</g);
  // What does not fit on a phone stands behind "More", too.
  return [...new Set(Array.from(marked, ([, label]) => label ?? ""))];
}

test("the menu marks the entry under which a page is", () => {
  expect(markedAt(paths.home())).toEqual(["Home"]);
  expect(markedAt(paths.lesson("day-one/why-we-serve"))).toEqual(["Courses"]);
  expect(markedAt(paths.teamPerson("x"))).toEqual(["My team"]);
  expect(markedAt(paths.me())).toEqual([]);
});

test("a run and its replay are among the role-plays", () => {
  expect(markedAt(paths.attempt("x"))).toEqual(["Role-plays"]);
  expect(markedAt(paths.replayMoment("x", 2))).toEqual(["Role-plays"]);
});

test("what people shared with the reader is among the records, as its trail says", () => {
  expect(markedAt(paths.sharedRuns())).toEqual(["Records"]);
});

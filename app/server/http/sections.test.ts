import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { expect, test } from "vitest";
import { fc } from "tests/setup/properties";
import { sectionsOf } from "./sections.server";

const routes = {
  root: { id: "root", path: "" },
  "routes/_index": { id: "routes/_index", parentId: "root", index: true },
  "routes/$": { id: "routes/$", parentId: "root", path: "*" },
  "routes/courses._index": { id: "routes/courses._index", parentId: "root", path: "courses" },
  "routes/courses.$course": { id: "x", parentId: "root", path: "courses/:course" },
  "routes/courses.$course.print": { id: "p", parentId: "root", path: "courses/:course/print" },
  "routes/files.$": { id: "routes/files.$", parentId: "root", path: "files/:revision/*" },
  "routes/admin": { id: "routes/admin", parentId: "root", path: "admin" },
  "routes/admin.people": { id: "y", parentId: "routes/admin", path: "people" },
  "routes/me.(today)": { id: "z", parentId: "root", path: "me/today?" },
};
const build = { routes, assets: { routes } } as unknown as ServerBuild;
const idsAt = (pathname: string) => Object.keys(sectionsOf(build)(pathname).routes);

test("an address is answered by the routes that share its first part and the number of its parts, and by those that are open", () => {
  expect(idsAt("/courses/empathy")).toEqual(["root", "routes/$", "routes/courses.$course"]);
  expect(idsAt("/courses")).toEqual(["root", "routes/$", "routes/courses._index"]);
  expect(idsAt("/files/1/a/b.svg")).toEqual(["root", "routes/$", "routes/files.$"]);
  expect(idsAt("/me/today")).toEqual(idsAt("/me"));
});

test("a route comes with those that it stands in", () => {
  expect(idsAt("/admin/people")).toEqual([
    "root",
    "routes/$",
    "routes/admin",
    "routes/admin.people",
  ]);
});

test("the home page is a section of its own", () => {
  expect(idsAt("/")).toEqual(["root", "routes/_index", "routes/$"]);
});

test("parts are compared as the router compares them: decoded, and whatever their case", () => {
  expect(idsAt("/Courses")).toEqual(idsAt("/courses"));
  expect(idsAt("/%63ourses/x/")).toEqual(idsAt("/courses/x"));
});

interface Tree {
  readonly id: string;
  readonly path?: string;
  readonly index?: boolean;
  readonly children: Tree[];
}

/** As Remix nests a build's routes for the router. */
function nested({ routes: flat }: ServerBuild, parentId?: string): Tree[] {
  return Object.entries(flat)
    .filter(([, route]) => route.parentId === parentId)
    .map(([id, { path = "", index = false }]) => ({
      id,
      ...(index ? { index } : { path }),
      children: nested({ routes: flat } as ServerBuild, id),
    }));
}

const part = fc.constantFrom(
  ...[
    "courses",
    "Courses",
    "%63ourses",
    "admin",
    "people",
    "me",
    "today",
    "files",
    "print",
    "a%2Fb",
  ],
  ...["", ".", "nowhere"],
);

test("a section answers as the whole build would", () => {
  const found = (among: ServerBuild, pathname: string) =>
    matchRoutes(nested(among) as Parameters<typeof matchRoutes>[0], pathname)?.map(
      ({ route }) => route.id,
    );
  const pathnames = fc
    .tuple(fc.array(part, { maxLength: 5 }), fc.constantFrom("", "/", "//"))
    .map(([parts, end]) => `/${parts.join("/")}${end}`);
  fc.assert(
    fc.property(pathnames, (pathname) => {
      expect(found(sectionsOf(build)(pathname), pathname)).toEqual(found(build, pathname));
    }),
    { numRuns: 500 },
  );
});

test.each(["/nowhere", "/%E0%A4%A", "/courses.php"])(
  "%s is left to the routes that match anywhere",
  (pathname) => {
    expect(idsAt(pathname)).toEqual(["root", "routes/$"]);
  },
);

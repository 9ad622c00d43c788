import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { sectionsOf } from "./sections.server";

const routes = {
  root: { id: "root", path: "" },
  "routes/_index": { id: "routes/_index", parentId: "root", index: true },
  "routes/$": { id: "routes/$", parentId: "root", path: "*" },
  "routes/courses._index": { id: "routes/courses._index", parentId: "root", path: "courses" },
  "routes/courses.$course": { id: "x", parentId: "root", path: "courses/:course" },
  "routes/admin": { id: "routes/admin", parentId: "root", path: "admin" },
  "routes/admin.people": { id: "y", parentId: "routes/admin", path: "people" },
};
const build = { routes, assets: { routes } } as unknown as ServerBuild;
const idsAt = (pathname: string) => Object.keys(sectionsOf(build)(pathname).routes);

test("an address is answered by the routes that share its first part, and by those that match anywhere", () => {
  expect(idsAt("/courses/empathy")).toEqual([
    "root",
    "routes/$",
    "routes/courses._index",
    "routes/courses.$course",
  ]);
});

test("a route without a first part of its own stays with its parent", () => {
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
  expect(idsAt("/%63ourses/x")).toEqual(idsAt("/courses/x"));
});

test.each(["/nowhere", "/%E0%A4%A", "/courses.php"])(
  "%s is left to the routes that match anywhere",
  (pathname) => {
    expect(idsAt(pathname)).toEqual(["root", "routes/$"]);
  },
);

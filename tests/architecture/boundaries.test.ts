import { expect, test } from "vitest";
import { importBreaches, importCircles } from "tests/architecture/imports";
import { sourceFiles } from "tests/architecture/source-files";

test("imports follow the sentence: routes, then server and components, then language, then core", () => {
  expect(importBreaches(sourceFiles())).toEqual([]);
});

test("a file that breaks the sentence is found, whichever way it imports", () => {
  const broken = [
    { path: "app/core/a.ts", text: 'import { db } from "~/server/db.server";' },
    { path: "app/core/b.ts", text: 'import { readFile } from "node:fs/promises";' },
    { path: "app/core/scenario/c.ts", text: 'export * from "../../language/parse";' },
    { path: "app/components/d.tsx", text: 'const x = await import("~/server/env.server");' },
    { path: "app/server/e.server.ts", text: 'import { Button } from "~/components/ui/button";' },
    { path: "app/language/f.ts", text: 'import { JSDOM } from "jsdom";' },
    { path: "app/routes/g.tsx", text: 'import { loader } from "~/routes/login";' },
  ];
  expect(importBreaches(broken)).toEqual([
    "app/core/a.ts imports server (~/server/db.server)",
    "app/core/b.ts imports the package node:fs/promises",
    "app/core/scenario/c.ts imports language (../../language/parse)",
    "app/components/d.tsx imports server (~/server/env.server)",
    "app/server/e.server.ts imports components (~/components/ui/button)",
    "app/language/f.ts imports the package jsdom",
    "app/routes/g.tsx imports routes (~/routes/login)",
  ]);
});

test("no files import each other, not even by way of others", () => {
  expect(importCircles(sourceFiles())).toEqual([]);
});

test("a circle is found, also where it is of types alone", () => {
  const circle = [
    { path: "app/core/a.ts", text: 'import type { B } from "./b";' },
    { path: "app/core/b.ts", text: 'import { c } from "~/core/c";' },
    { path: "app/core/c.ts", text: 'import { a } from "./a";\nimport { d } from "./d";' },
    { path: "app/core/d.ts", text: "export const d = 1;" },
  ];
  expect(importCircles(circle)).toEqual([["app/core/a.ts", "app/core/b.ts", "app/core/c.ts"]]);
});

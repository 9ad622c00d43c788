import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Record<string, string>;
};

/** Node does not start with a flag that it does not know. Tried with 20.20, 22.23 and 24.22. */
const knownToAll = new Set([
  "--import",
  "--always-sparkplug",
  "--eval",
  "--heap-growing-percent",
  "--initial-old-space-size",
  "--max-semi-space-size",
  "--min-semi-space-size",
  "--no-parallel-scavenge",
  "--no-turbo-inlining",
  "--single-threaded-gc",
]);

test("scripts start Node with flags that every supported version knows", () => {
  const flags = Object.values(scripts).flatMap((script) =>
    [...script.matchAll(/\bnode((?: +--[\w-]+(?:=\S+| +tsx)?)+)/g)].flatMap(
      ([, all = ""]) => all.match(/--[\w-]+/g) ?? [],
    ),
  );
  expect(flags).toContain("--always-sparkplug");
  expect(flags.filter((flag) => !knownToAll.has(flag))).toEqual([]);
});

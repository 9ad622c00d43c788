import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const server = readFileSync("build/server/index.js", "utf8");

test("a loader and an action are given a request whose address has no query as it came, without a copy", () => {
  const given = [...server.matchAll(/request: singleFetch \? [^:]+ : (.*),/g)].map(
    (found) => found[1],
  );
  const asItCame = 'request.url.includes("?") ? stripDataParam(stripIndexParam(request)) : request';
  expect(given).toEqual([asItCame, asItCame]);
});

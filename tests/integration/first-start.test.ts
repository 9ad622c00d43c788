/** What the process of a first `npm start` carries from its build into serving. */
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const steps = `
  const { createRequire } = await import("node:module");
  const { compileLessons } = await import("./app/cli/build-steps.ts");
  await compileLessons();
  const loaded = Object.keys(createRequire(process.cwd() + "/first-start.js").cache);
  console.log(JSON.stringify(loaded.filter((file) => file.includes("/node_modules/react/cjs/"))));
`;

test("a first start serves with React's production build, as every later one does", () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", steps],
    { encoding: "utf8", timeout: 50_000, env: { ...process.env, VITEST: undefined } },
  );
  const loaded = JSON.parse(stdout || "null") as readonly string[] | null;
  expect(loaded, stderr).not.toHaveLength(0);
  expect(loaded?.filter((file) => file.includes(".development."))).toEqual([]);
});

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { isTest, sourceFiles } from "tests/architecture/source-files";

const sources = sourceFiles().filter(({ path }) => !isTest(path));
const lengths = sources
  .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
  .sort((one, other) => one.lines - other.lines);

test("no source file is longer than 300 lines, and nine in ten are under 225", () => {
  expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
  expect(lengths[Math.floor(lengths.length * 0.9)]?.lines).toBeLessThan(225);
});

test("half of the source files have 80 lines or fewer", () => {
  expect(lengths[Math.floor(lengths.length / 2)]?.lines).toBeLessThanOrEqual(80);
});

test("a route stays under 150 lines", () => {
  const long = lengths.filter(({ path, lines }) => path.startsWith("app/routes/") && lines >= 150);
  expect(long).toEqual([]);
});

test("names say what is inside", () => {
  const empty = /(^|\/)(utils?|helpers?|misc|common|lib)(\/|\.)|manager\.tsx?$/i;
  expect(sources.filter(({ path }) => empty.test(path)).map(({ path }) => path)).toEqual([]);
});

test("files are named in kebab-case; a server file ends in .server.ts", () => {
  const names = sources.filter(({ path }) => !path.startsWith("app/routes/"));
  const kebab = /\/[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/;
  expect(names.filter(({ path }) => !kebab.test(path)).map(({ path }) => path)).toEqual([]);
  const server = sources.filter(({ path }) => path.startsWith("app/server/"));
  expect(server.filter(({ path }) => !path.endsWith(".server.ts")).map(({ path }) => path)).toEqual(
    [],
  );
});

test("no default export but where Remix asks for one", () => {
  const asks = /^app\/(routes\/|root\.tsx$|entry\.)/;
  const found = sources.filter(
    ({ path, text }) => !asks.test(path) && /^export default /m.test(text),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});

test("no barrel: a file that only passes exports on", () => {
  const barrels = sources.filter(({ text }) =>
    text
      .split("\n")
      .filter((line) => line.trim() !== "" && !line.startsWith("//"))
      .every((line) => /^export (\*|\{.*\}) from /.test(line)),
  );
  expect(barrels.map(({ path }) => path)).toEqual([]);
});

test("every address is built in paths.ts", () => {
  const written = /(?:to|href|action)=(?:"|\{`)\/[a-z]/;
  const found = sources.filter(
    ({ path, text }) => path !== "app/paths.ts" && path.endsWith(".tsx") && written.test(text),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});

test("properties are drawn from the one seed", () => {
  const drawing = sourceFiles(["app", "tests"]).filter(({ text }) =>
    /^import .* from "fast-check"/m.test(text),
  );
  expect(drawing.map(({ path }) => path)).toEqual(["tests/setup/properties.ts"]);
});

test("a decision has a number of its own", () => {
  const numbers = readdirSync("docs/decisions").map((name) => name.slice(0, 3));
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
});

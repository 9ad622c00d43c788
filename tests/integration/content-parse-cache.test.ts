import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { keep, recall, type ParseCache } from "~/server/content/parse-cache.server";
import { parseBasics } from "~/server/content/parse-pieces.server";
import { readTree } from "~/server/content/read.server";
import { Reading, type ParseMemory } from "~/server/content/reading.server";
import { aContentFolder, scenarioFile, scenarioPlace } from "tests/factories/content-folder";

function aCache(version = "this code"): ParseCache {
  const folder = mkdtempSync(join(tmpdir(), "rapport-parsed-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = join(folder, "data", "parsed.json");
  return { version, read: [write], write };
}

async function read(folder: string, memory: ParseMemory) {
  const tree = await readTree({ shipped: folder, own: null });
  const reading = new Reading(tree, new Map(), memory);
  const { lessons, scenarios } = await parseBasics(reading);
  return { parsed: reading.parsed, lessons, scenarios };
}

test("the next process remembers what was read, and reads only what changed", async () => {
  const { path } = aContentFolder();
  const [cache, memory, next] = [aCache(), new Map() as ParseMemory, new Map() as ParseMemory];
  const first = await read(path, memory);
  expect(first.parsed).toBe(3);
  await keep(cache, memory);
  await recall(cache, next);
  expect(await read(path, next)).toEqual({ ...first, parsed: 0 });
  writeFileSync(join(path, scenarioPlace), scenarioFile({ title: "Another" }));
  expect((await read(path, next)).parsed).toBe(1);
});

test("what other code made, or what was damaged, is read anew", async () => {
  const { path } = aContentFolder();
  const [cache, memory] = [aCache(), new Map() as ParseMemory];
  await read(path, memory);
  await keep(cache, memory);
  const other: ParseMemory = new Map();
  await recall({ ...cache, version: "newer code" }, other);
  expect(other.size).toBe(0);
  writeFileSync(cache.write, "{");
  await recall(cache, other);
  expect(other.size).toBe(0);
});

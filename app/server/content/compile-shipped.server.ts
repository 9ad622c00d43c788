/** Reads and compiles what is shipped at build time, so that a first start has nothing of it to do. */
import { join } from "node:path";
import { Compiler } from "~/server/content/compile.server";
import { shippedFolder } from "~/server/content/folders.server";
import { builtParsed, builtVersion, keep } from "~/server/content/parse-cache.server";
import { parseCourses } from "~/server/content/parse-courses.server";
import { parseBasics } from "~/server/content/parse-pieces.server";
import { readTree } from "~/server/content/read.server";
import { Reading, type ParseMemory } from "~/server/content/reading.server";

export function builtLessons(): string {
  return join(process.cwd(), "build/lesson-modules");
}

/** Lessons with errors are passed over: the start says what is wrong with them. */
export async function compileShipped(): Promise<void> {
  const compiler = new Compiler(builtLessons());
  const tree = await readTree({ shipped: shippedFolder(), own: null });
  const memory: ParseMemory = new Map();
  const reading = new Reading(tree, new Map(), memory);
  const basics = await parseBasics(reading);
  await parseCourses(reading, basics);
  await keep({ version: await builtVersion(), read: [], write: builtParsed() }, memory);
  const bodies = basics.lessons.flatMap(({ body }) => (body === null ? [] : [body]));
  await Promise.allSettled(bodies.map((body) => compiler.compile(body)));
}

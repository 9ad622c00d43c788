/** Compiles the shipped lessons at build time, so that a first start has nothing to compile. */
import { join } from "node:path";
import { Compiler } from "~/server/content/compile.server";
import { shippedFolder } from "~/server/content/folders.server";
import { parseBasics } from "~/server/content/parse-pieces.server";
import { readTree } from "~/server/content/read.server";
import { Reading } from "~/server/content/reading.server";

export function builtLessons(): string {
  return join(process.cwd(), "build/lesson-modules");
}

/** Lessons with errors are passed over: the start says what is wrong with them. */
export async function compileShipped(): Promise<void> {
  const compiler = new Compiler(builtLessons());
  const tree = await readTree({ shipped: shippedFolder(), own: null });
  const { lessons } = await parseBasics(new Reading(tree, new Map(), new Map()));
  const bodies = lessons.flatMap(({ body }) => (body === null ? [] : [body]));
  await Promise.allSettled(bodies.map((body) => compiler.compile(body)));
}

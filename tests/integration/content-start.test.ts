import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderProblem } from "~/server/content/folders.server";
import { contentProblems, contentSentence } from "~/server/content/start.server";
import { ContentStore } from "~/server/content/store.server";
import { aContentFolder, lessonFile, lessonPlace } from "tests/factories/content-folder";
import { aDatabase } from "tests/setup/database";

test("a content folder that is missing, or is a file, is a sentence that names what to mend", async () => {
  const shipped = aContentFolder().path;
  const missing = join(shipped, "nowhere");
  const file = join(shipped, "a-file");
  writeFileSync(file, "");
  expect(await folderProblem({ shipped, own: null })).toBeNull();
  expect(await folderProblem({ shipped, own: shipped })).toBeNull();
  expect(await folderProblem({ shipped: missing, own: null })).toBe(
    `The content that comes with Rapport should be in "${missing}", which is not there. Start Rapport from its own folder, or put content/ back.`,
  );
  expect(await folderProblem({ shipped, own: missing })).toBe(
    `CONTENT_DIR should be a folder of content; found "${missing}", which is not there. Create it, correct it, or leave CONTENT_DIR out.`,
  );
  expect(await folderProblem({ shipped, own: file })).toContain("which is not a folder");
});

test("the start says what is in use and what is wrong, with the place", async () => {
  const { database, close } = await aDatabase();
  const shipped = aContentFolder({
    "courses/basics/02-two/index.mdx": lessonFile({ scenario: "nobody" }),
  });
  const folders = { shipped: shipped.path, own: null };
  const store = new ContentStore({ database, folders, cacheFolder: null });
  await store.load();
  expect(contentSentence(store.snapshot)).toBe(
    "Content: 1 course, 1 lesson, 1 scenario, 1 path and 2 behaviours.",
  );
  const problems = contentProblems(store.snapshot);
  expect(problems[0]).toMatch(
    /^ {2}courses\/basics\/02-two\/index\.mdx:\d+:\d+ There is no scenario/,
  );
  expect(problems.at(-1)).toContain("stays in use");
  shipped.remove("courses/basics/02-two");
  shipped.write(lessonPlace, lessonFile());
  await store.load();
  expect(contentProblems(store.snapshot)).toEqual([]);
  await close();
});

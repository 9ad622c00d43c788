import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demo, expect, signIn, test } from "tests/e2e/fixtures";
import { save } from "tests/e2e/own-content";
import { startServer } from "tests/setup/server";

const lessonFile = "courses/empathy/01-before-you-fix/index.mdx";
const lesson = readFileSync(join("content", lessonFile), "utf8");

test("npm run dev: pages come alive at their first visit, and an open preview follows the file", async ({
  browser,
}) => {
  const contentDir = mkdtempSync(join(tmpdir(), "rapport-own-"));
  const env = { CONTENT_DIR: contentDir, NODE_ENV: "development" };
  const server = await startServer({ command: "dev", env });
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  const failed: string[] = [];
  page.on("pageerror", (error) => failed.push(error.message));
  page.on("response", (answer) => {
    if (answer.status() >= 400) failed.push(`${String(answer.status())} ${answer.url()}`);
  });
  await signIn(page, demo("trainer"));
  const stream = page.waitForResponse(/\/studio\/changes$/);
  await page.goto("/studio/lessons/empathy/before-you-fix");
  await stream;
  await page.evaluate(() => Object.assign(window, { stillTheSamePage: true }));
  const saved = "Saved just now: you are good at";
  save(contentDir, lessonFile, lesson.replace("You are good at", saved));
  await expect(page.getByText(saved)).toBeVisible();
  expect(await page.evaluate(() => "stillTheSamePage" in window)).toBe(true);
  expect(failed).toEqual([]);
  await context.close();
  await server.stop();
  server.remove();
  rmSync(contentDir, { recursive: true });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ConsoleMessage, Page } from "@playwright/test";
import { demo, expect, expectAccessible, signIn } from "tests/e2e/fixtures";
import { save, testWithContent } from "tests/e2e/own-content";

const lessonFile = "courses/empathy/01-before-you-fix/index.mdx";
const lesson = readFileSync(join("content", lessonFile), "utf8");
const lessonPage = "/studio/lessons/empathy/before-you-fix";

const test = testWithContent("on-save");

/** All that the browser complains of: a policy that was broken, a page that hydrates otherwise. */
function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on("console", (message: ConsoleMessage) => {
    if (["error", "warning"].includes(message.type())) heard.push(message.text());
  });
  page.on("pageerror", (error) => heard.push(error.message));
  return heard;
}

test("an open preview follows the file as it is saved, broken and mended", async ({
  page,
  contentDir,
}) => {
  const heard = complaints(page);
  await signIn(page, demo("trainer"));
  const module = page.waitForResponse(/\/lesson-modules\//);
  await page.goto(lessonPage);
  expect((await module).status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Before you fix it");
  await expect(page.getByText("Nothing that you answer or write here is kept")).toBeVisible();
  await page.evaluate(() => Object.assign(window, { stillTheSamePage: true }));

  save(
    contentDir,
    lessonFile,
    lesson.replace("You are good at", "Saved just now: you are good at"),
  );
  await expect(page.getByText("Saved just now: you are good at")).toBeVisible();

  save(contentDir, lessonFile, lesson.replace("## What to name", "## What {to} name"));
  await expect(page.getByText("1 error, last good in use")).toBeVisible();
  await expect(
    page.getByText(/^courses\/empathy\/01-before-you-fix\/index\.mdx:\d+:\d+$/),
  ).toBeVisible();
  await expect(page.getByText("Saved just now: you are good at")).toBeVisible();
  await expectAccessible(page);

  save(contentDir, lessonFile, lesson);
  await expect(page.getByText("In use", { exact: true })).toBeVisible();
  expect(await page.evaluate(() => "stillTheSamePage" in window)).toBe(true);
  expect(heard).toEqual([]);
});

test("a lesson whose module does not arrive stays on the page, and its forms work", async ({
  page,
}) => {
  await signIn(page, demo("trainer"));
  await page.route("**/lesson-modules/**", (route) => route.abort());
  const failed = page.waitForEvent("requestfailed");
  await page.goto(lessonPage);
  await failed;
  await expect(page.getByRole("heading", { name: "The same minute, twice" })).toBeVisible();
  await page.getByLabel("“I completely understand").check();
  await page.getByRole("button", { name: "Answer" }).first().click();
  await expect(page.getByText("Your answer: not this one")).toBeVisible();
});

test("the studio lists a new file with its errors and keeps it from learners", async ({
  page,
  contentDir,
}) => {
  save(contentDir, "scenarios/unfinished/index.mdx", "---\ntitle: Unfinished\n---\n\nSoon.\n");
  await signIn(page, demo("trainer"));
  await page.goto("/studio");
  await expect(page.getByText("not in use")).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole("link", { name: "scenarios/unfinished/index.mdx" }).click();
  await expect(page.getByText("This scenario never ends.")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/scenarios");
  await expect(page.getByRole("main")).not.toContainText("nfinished");
});

test("a preview of a role-play is played to the end without JavaScript", async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.url });
  const page = await context.newPage();
  await signIn(page, demo("trainer"));
  await page.goto("/studio/scenarios/the-third-text");
  const choices = page.getByRole("form", { name: "What do you say?" }).getByRole("button");
  const ending = page.getByRole("heading", { name: "What they tell their friends tonight" });
  for (let taken = 0; taken < 40 && !(await ending.isVisible()); taken += 1) {
    await choices.first().click();
  }
  await expect(ending).toBeVisible();
  await expect(page.getByRole("heading", { name: "What a learner does not see" })).toBeVisible();
  await page.getByRole("link", { name: "One answer back" }).click();
  await expect(choices.first()).toBeVisible();
  await context.close();
});

test("in a preview words are typed and time passes, and a rule leads to its page of the guide", async ({
  page,
  contentDir,
}) => {
  const text = readFileSync("tests/content/samples/every-element.mdx", "utf8");
  save(contentDir, "scenarios/the-ring/index.mdx", text);
  save(contentDir, "scenarios/unfinished/index.mdx", "---\ntitle: Unfinished\n---\n\nSoon.\n");
  await signIn(page, demo("trainer"));
  await page.goto("/studio");
  await page.getByRole("link", { name: "The ring in the drain" }).click();
  await page.getByLabel("Drawn: stone").selectOption("garnet");
  await page.getByRole("button", { name: "Start with these" }).click();
  await page.getByRole("button", { name: "Which sink" }).click();
  await expect(page.getByText("a dark red garnet")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("What do you say to her?").fill("That must be awful.");
  await page.getByRole("button", { name: "Say it" }).click();
  await expect(page.getByText("a learner has 30 seconds here")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Let the moment pass" }).click();
  await expect(page.getByText("Nobody was there.")).toBeVisible();

  await page.goto("/studio");
  await page.getByRole("link", { name: "scenarios/unfinished/index.mdx" }).click();
  await page.getByRole("link", { name: "What this means, with an example" }).first().click();
  await expect(page.getByRole("heading", { name: "Mended" })).toBeVisible();
  await expectAccessible(page);
});

test("a course, a path and the vocabulary show what they hold, and follow the file", async ({
  page,
  contentDir,
}) => {
  await signIn(page, demo("trainer"));
  await page.goto("/studio/files/course/empathy");
  const steps = page.getByRole("region", { name: /^\d+ steps, \d+ minutes in all$/ });
  const first = steps.getByRole("listitem").first();
  await expect(first).toHaveText(/^1\. Before you fix itLesson · \d+ minutes$/);
  await expect(page.getByText("As many as one likes")).toBeVisible();
  const course = "courses/empathy/course.yml";
  const settings = "official: { attempts: 3, pause: 1 day }\nvalidFor: 12 months\n";
  save(contentDir, course, readFileSync(join("content", course), "utf8") + settings);
  await expect(page.getByText("3 runs of each role-play")).toBeVisible();
  await expect(page.getByText("12 months, then anew")).toBeVisible();
  await expectAccessible(page);
  await first.getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`${lessonPage}$`));

  await page.goto("/studio/files/path/onboarding");
  await expect(first).toHaveText(/^1\. .*on the first day$/);
  await expect(steps.getByRole("listitem").nth(1)).toHaveText(/^2\. .*after 1 day$/);
  await expectAccessible(page);

  await page.goto("/studio/files/behaviours/behaviours");
  const listening = page.getByRole("listitem").filter({
    has: page.getByRole("heading", { name: "Listening", level: 2 }),
  });
  await expect(listening).toContainText("let them finish");
  await expect(listening).toContainText("Makes someone tell the story twice");
  await expectAccessible(page);
});

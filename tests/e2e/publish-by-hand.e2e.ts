import { readFileSync } from "node:fs";
import { join } from "node:path";
import { anotherBrowser, demo, expect, expectAccessible, signIn } from "tests/e2e/fixtures";
import { save, testWithContent } from "tests/e2e/own-content";
import { begin } from "tests/e2e/playing";

const test = testWithContent("by-hand");

const slug = "the-third-text";
const file = `scenarios/${slug}/index.mdx`;
const before = "Three swapped shifts. Tell me what happened, from the first one.";
const after = "Three swapped shifts. What happened, from the first one on?";

test("a trainer sees what a change means, publishes it, and goes back to what was before", async ({
  page,
  browser,
  server,
  database,
  contentDir,
  aPerson,
}) => {
  const learner = await anotherBrowser(browser, server.url);
  await signIn(learner, await aPerson());
  await begin(learner, slug, "Start practising");
  await signIn(page, demo("trainer"));
  await page.goto("/studio");
  const text = readFileSync(join("content", file), "utf8");
  save(
    contentDir,
    file,
    text.replace(before, after).replace("pass: { mark: 0.6", "pass: { mark: 0.7"),
  );

  await page.getByRole("link", { name: "See what it means" }).click();
  await expect(page.getByRole("heading", { name: "The third text" })).toBeVisible();
  await expect(page.getByText("1 attempt is open on revision")).toContainText("as it began");
  await expectAccessible(page);
  const key = { kind_slug: { kind: "scenario", slug } };
  const inUse = async () =>
    (await database.publication.findUniqueOrThrow({ where: key })).revisionHash;
  const old = await inUse();
  await page.getByRole("button", { name: "Publish this for everybody" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Published" })).toBeVisible();
  // The button is gone: reading goes on at the title.
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  expect(await inUse()).not.toBe(old);

  // Whoever was in the middle goes on with what they began with; whoever begins meets the new one.
  await learner.reload();
  await expect(learner.getByRole("button", { name: before })).toBeVisible();
  await begin(learner, slug, "Start the official run");
  await expect(learner.getByRole("button", { name: after })).toBeVisible();

  await page.getByRole("link", { name: "Go back to what was before" }).click();
  await expect(page.getByRole("heading", { name: "Go back", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Go back to this revision" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Gone back" })).toBeVisible();
  expect(await inUse()).toBe(old);
  // The file is as it was saved, and waits again.
  await expect(page.getByText("What waits to be published now:")).toBeVisible();
  await expect(page.getByRole("heading", { name: "The third text" })).toBeVisible();

  // A preview is of the file, its title too, whatever learners still meet.
  await page.goto(`/studio/scenarios/${slug}`);
  save(contentDir, file, text.replace("title: The third text", "title: The fourth text"));
  await expect(page.getByText("Preview: The fourth text")).toBeVisible();
});

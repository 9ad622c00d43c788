import type { Page } from "@playwright/test";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demo, expect, expectAccessible, signIn, test } from "tests/e2e/fixtures";
import { begin, choices, expectMoment } from "tests/e2e/playing";
import { startServer } from "tests/setup/server";

test("a detour, words of one's own and a drawn opening, with and without script", async ({
  browser,
}) => {
  const own = mkdtempSync(join(tmpdir(), "rapport-own-content-"));
  cpSync("tests/content/samples/every-element.mdx", join(own, "scenarios/the-ring/index.mdx"));
  const server = await startServer({ env: { CONTENT_DIR: own } });
  try {
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ javaScriptEnabled, baseURL: server.url });
      const page = await context.newPage();
      await signIn(page, demo("learner"));
      await page.goto("/scenarios/the-ring");
      await page.getByRole("button", { name: "Start practising" }).click();
      await expect(page.getByText(/My ring went|eaten my ring/)).toBeVisible();
      await choices(page).filter({ hasText: "look up who is on call" }).click();
      await choices(page).filter({ hasText: "put the list back" }).click();
      await choices(page).filter({ hasText: "Which sink" }).click();
      await expectMoment(page, 4);
      await expect(page.getByText(/grandmother's: (an opal|a dark red garnet)\./)).toBeVisible();
      const field = page.getByLabel("What do you say to her?");
      if (javaScriptEnabled) await expectAccessible(page);
      await field.fill("That must be really awful.");
      if (javaScriptEnabled) {
        await context.setOffline(true);
        await page.getByRole("button", { name: "Say it" }).click();
        await expect(page.getByText("Not saved")).toBeVisible();
        await expect(field).toHaveValue("That must be really awful.");
        await context.setOffline(false);
        await page.getByRole("button", { name: "Send it again" }).click();
      } else {
        await page.getByRole("button", { name: "Say it" }).click();
      }
      await expectMoment(page, 5);
      await expect(page.getByText("That must be really awful.")).toBeVisible();
      await expect(page.getByText("Thank you.")).toBeVisible();
      await choices(page).filter({ hasText: "open the trap" }).click();
      await expect(page.getByRole("heading", { name: "In the bucket" })).toBeVisible();
      await expect(page.getByText("That must be really awful.").first()).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await context.close();
    }
  } finally {
    await server.stop();
    server.remove();
    rmSync(own, { recursive: true, force: true });
  }
});

function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

test("a long word that somebody types breaks, and no page gets wider than the phone", async ({
  page,
  aPerson,
}) => {
  await signIn(page, await aPerson());
  await page.setViewportSize({ width: 320, height: 640 });
  await begin(page, "promised-for-friday", "Start practising");
  await page.getByLabel("What do you write back?").fill(`${"Donaudampfschiff".repeat(5)}. Again?`);
  await page.getByRole("button", { name: "Send it" }).click();
  await expectMoment(page, 2);
  const box = await page.getByText("Donaudampfschiff").boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect(await widthOf(page)).toBe(320);
});

test("a long word in a goal widens neither home nor one's own record", async ({
  page,
  aPerson,
  database,
}) => {
  const person = await aPerson();
  const goal = { personId: person.id, lessonId: "empathy/before-you-fix", will: "listen" };
  const when = "Donaudampfschiff".repeat(10);
  const weekAgo = new Date(Date.now() - 8 * 86_400_000);
  await database.goal.createMany({
    data: [
      { ...goal, when, at: weekAgo },
      { ...goal, when },
    ],
  });
  await signIn(page, person);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of ["/", "/me", "/me/data", "/courses/empathy/before-you-fix"]) {
    await page.goto(address);
    await expect(page.getByText("Donaudampfschiff").first()).toBeVisible();
    expect(await widthOf(page), address).toBe(320);
  }
});

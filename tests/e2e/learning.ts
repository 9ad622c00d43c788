/** What a learner does, in a learner's words. */
import type { Page } from "@playwright/test";
import type { Scenario } from "~/core/scenario/definition";
import type { Database } from "~/server/db.server";
import { expect } from "tests/e2e/fixtures";
import { wayThrough } from "tests/e2e/winning-way";

/** Answers every check with its first option, saves a goal; right or wrong does not matter. */
export async function finishLesson(page: Page): Promise<void> {
  const answer = page.getByRole("button", { name: "Answer", exact: true });
  for (let open = await answer.count(); open > 0; open -= 1) {
    const check = page.getByRole("form").or(page.locator("form")).filter({ has: answer }).first();
    await check.getByRole("radio").or(check.getByRole("checkbox")).first().check();
    await check.getByRole("button", { name: "Answer" }).click();
    await expect(answer).toHaveCount(open - 1);
  }
  await page.getByLabel("This week, when").fill("a customer tells me the same thing twice");
  await page.getByLabel("I will").fill("say it back before I offer anything");
  await page.getByRole("button", { name: "Save my goal" }).click();
  await expect(page.getByText("Change it")).toBeVisible();
}

export async function publishedScenario(database: Database, slug: string): Promise<Scenario> {
  const publication = await database.publication.findUniqueOrThrow({
    where: { kind_slug: { kind: "scenario", slug } },
    include: { revision: true },
  });
  return JSON.parse(publication.revision.definition) as Scenario;
}

/** Plays an official run from its briefing to an ending that passes, or to one that does not. */
export async function playOfficialRun(
  page: Page,
  scenario: Scenario,
  passing = true,
): Promise<void> {
  const way = wayThrough(scenario, passing);
  if (way === null) throw new Error(`No such way through ${scenario.slug}.`);
  await page.getByRole("button", { name: "Start the official run" }).click();
  for (const { kind, text } of way) {
    if (kind === "words") {
      await page.getByRole("main").getByRole("textbox").fill(text);
      await page.getByRole("button", { name: "Say it" }).click();
      await expect(page.getByText(text).first()).toBeVisible();
    } else {
      await page.getByRole("button", { name: text, exact: true }).click();
      await expect(page.getByRole("button", { name: text, exact: true })).toHaveCount(0);
    }
  }
}

/** What a learner does, in a learner's words. */
import type { Page } from "@playwright/test";
import { replay, type AttemptEvent } from "~/core/scenario/attempt";
import type { Scenario } from "~/core/scenario/definition";
import type { Database } from "~/server/db.server";
import { expect } from "tests/e2e/fixtures";
import { wayThrough } from "tests/e2e/winning-way";

/** Answers every check with its first option, saves a goal; right or wrong does not matter. */
export async function finishLesson(page: Page): Promise<void> {
  // A button that is still sending counts as open: the next press would overtake its answer.
  const answer = page.getByRole("button", { name: /^(Answer|Sending…)$/ });
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

/** The run that the page shows: its scenario, and where it stands as the server began it. */
async function runOn(page: Page, database: Database) {
  await expect(page).toHaveURL(/\/attempts\//);
  const { revision, events } = await database.attempt.findUniqueOrThrow({
    where: { id: new URL(page.url()).pathname.split("/").at(-1) ?? "" },
    include: { revision: true, events: { orderBy: { seq: "asc" } } },
  });
  const scenario = JSON.parse(revision?.definition ?? "null") as Scenario;
  const replayed = replay(
    scenario,
    events.map(({ payload }) => JSON.parse(payload) as AttemptEvent),
  );
  if (!replayed.ok) throw new Error(`The run of ${scenario.slug} does not replay.`);
  return { scenario, state: replayed.value };
}

/** Plays an official run from its briefing to an ending that passes, or to one that does not. */
export async function playOfficialRun(
  page: Page,
  database: Database,
  passing = true,
): Promise<void> {
  await page.getByRole("button", { name: "Start the official run" }).click();
  const { scenario, state } = await runOn(page, database);
  const way = wayThrough(scenario, state, passing);
  if (way === null) throw new Error(`No such way through ${scenario.slug}.`);
  for (const { kind, text } of way) {
    if (kind === "words") {
      await page.getByRole("main").getByRole("textbox").fill(text);
      await page.getByRole("button", { name: /^(Say|Send) it$/ }).click();
      await expect(page.getByText(text).first()).toBeVisible();
    } else {
      await page.getByRole("button", { name: text, exact: true }).click();
      await expect(page.getByRole("button", { name: text, exact: true })).toHaveCount(0);
    }
  }
}

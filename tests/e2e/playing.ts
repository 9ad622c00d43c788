/** Being at a moment of a role-play. */
import type { Locator, Page } from "@playwright/test";
import { expect } from "tests/e2e/fixtures";
import type { Database } from "~/server/db.server";

/** The answers on offer. */
export function choices(page: Page): Locator {
  const answer = page.locator('button[name="choice"]');
  return page.getByRole("list").filter({ has: answer }).getByRole("button");
}

/** Begins, or goes on, and returns the attempt's id. */
export async function begin(
  page: Page,
  slug: string,
  way: "Start practising" | "Start the official run",
): Promise<string> {
  await page.goto(`/scenarios/${slug}`);
  await page.getByRole("button", { name: way }).click();
  await expect(page).toHaveURL(/\/attempts\//);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** The moment that the page shows, by the number of events before it. */
export async function expectMoment(page: Page, seq: number): Promise<void> {
  await expect(page.locator('input[name="seq"]').first()).toHaveValue(String(seq));
}

export function countEvents(database: Database, attemptId: string): Promise<number> {
  return database.attemptEvent.count({ where: { attemptId } });
}

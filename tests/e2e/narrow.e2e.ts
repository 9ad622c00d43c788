/** A phone, and words that are longer than its page is wide. */
import type { Page } from "@playwright/test";
import { demo, expect, signIn, test } from "tests/e2e/fixtures";

const name = "Rosa Rechtsschutzversicherungsgesellschaften";

test.use({ viewport: { width: 320, height: 640 } });

async function expectNoSideways(page: Page): Promise<void> {
  const wider = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  expect(await wider()).toBe(0);
}

test("a long name stays within the page, for a manager and for an administrator", async ({
  page,
  database,
  aPerson,
}) => {
  const manager = await aPerson({ roles: ["manager"] });
  const { id } = await aPerson({ managerId: manager.id });
  const email = `${"rechtsschutzversicherungsgesellschaften".repeat(2)}@example.test`;
  await database.person.update({ where: { id }, data: { name, email, passwordHash: null } });
  // So long ago that they are stuck.
  const startDate = "2026-01-05";
  await database.assignment.updateMany({ where: { personId: id }, data: { startDate } });
  await signIn(page, manager);
  await page.goto("/team");
  await expect(page.getByRole("region", { name: /^Stuck/ })).toContainText(name);
  await expectNoSideways(page);
  await page.goto(`/team/${id}`);
  await expectNoSideways(page);

  await page.context().clearCookies();
  await signIn(page, demo("admin"));
  for (const address of ["/admin", "/admin/people/addresses", `/admin/people/${id}`]) {
    await page.goto(address);
    await expectNoSideways(page);
  }
  // The button is far below what it brings.
  await page.getByRole("button", { name: "Make a one-time address" }).click();
  await expect(page.getByText(`An address for ${name}`)).toBeInViewport();
  await expectNoSideways(page);

  await page.goto("/admin/people/addresses");
  for (const box of await page.getByRole("checkbox", { checked: true }).all()) await box.uncheck();
  await expect(page.getByRole("button", { name: "Make the addresses" })).toBeInViewport();
  await page.getByRole("button", { name: "Make the addresses" }).click();
  await expect(page.getByText("No address was made")).toBeInViewport();
});

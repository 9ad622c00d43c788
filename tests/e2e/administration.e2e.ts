import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { demo, expect, expectAccessible, signIn, test } from "tests/e2e/fixtures";

async function openPerson(page: Page, email: string, name: string): Promise<void> {
  await page.goto(`/admin?q=${encodeURIComponent(email)}`);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

test("an administrator sees what an erasure takes, erases somebody, and the audit says so", async ({
  page,
  database,
  aPerson,
}) => {
  const person = await aPerson();
  const lesson = { personId: person.id, lessonId: "empathy/before-you-fix" };
  await database.goal.create({ data: { ...lesson, when: "they wait", will: "say it back" } });
  await signIn(page, demo("admin"));
  await openPerson(page, person.email, person.name);
  await page.getByRole("link", { name: "erased for good" }).click();
  await expect(page.getByRole("region", { name: "This goes, for good" })).toContainText("goals");
  await expect(page.getByRole("region", { name: "This stays" })).toBeVisible();
  await expectAccessible(page);

  const typed = page.getByLabel("type their name");
  await typed.fill("Somebody else");
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("That is not the name")).toBeVisible();
  expect(await database.goal.count({ where: { personId: person.id, will: "" } })).toBe(0);
  await typed.fill(person.name);
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("This person was erased")).toBeVisible();
  await expectAccessible(page);
  expect(await database.goal.count({ where: { personId: person.id, will: "" } })).toBe(1);

  await page.goto("/admin/audit");
  const entry = page.getByRole("listitem").filter({ hasText: "Priya Nair erased the person" });
  await expect(entry.first()).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText(person.name);
});

test("the audit is searched, and what was found is taken away as a file", async ({
  page,
  aPerson,
}) => {
  const [one, other] = [await aPerson(), await aPerson()];
  await signIn(page, demo("admin"));
  for (const { email, name } of [one, other]) {
    await openPerson(page, email, name);
    await page.getByLabel("Name").fill(`${name} the second`);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${name} the second`);
  }
  await page.goto("/admin/audit");
  await page.getByLabel("Name, e-mail, address or words").fill(`${one.name} the second`);
  await page.getByLabel("About").selectOption("People");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("main")).toContainText(`${one.name} the second`);
  await expect(page.getByRole("main")).not.toContainText(`${other.name} the second`);
  await expectAccessible(page);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as CSV" }).click();
  const file = readFileSync(await (await download).path(), "utf8");
  expect(file).toContain(`${one.name} the second`);
  expect(file).not.toContain(other.name);
});

/** Forms outside lessons and role-plays that the network does not carry: the page and what was typed stay. */
import type { Page } from "@playwright/test";
import { demo, expect, expectAccessible, signIn, test } from "tests/e2e/fixtures";

const unsent = /^That did not get through to us/;

/** Presses without a connection, reads that nothing got through, and presses once more with one. */
async function sendTwice(page: Page, button: string, kept: () => Promise<void>): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: button }).click();
  await expect(page.getByRole("alert").getByText(unsent)).toBeVisible();
  await kept();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: button }).click();
  await expect(page.getByRole("alert").getByText(unsent)).toHaveCount(0);
}

test("a correction and a pasted list stay as they were typed, and are taken once they get through", async ({
  page,
  browser,
  server,
  aPerson,
  database,
}) => {
  const person = await aPerson();
  await signIn(page, demo("trainer"));
  await page.goto("/records/new");
  await page.getByLabel("E-mail address of the person").fill(person.email);
  await page.getByLabel("What they completed").selectOption({ label: "Empathy" });
  await page.getByLabel("Why it counts").fill("Done at the old place");
  await sendTwice(page, "Put it on record", async () => {
    await expect(page.getByLabel("E-mail address of the person")).toHaveValue(person.email);
    await expect(page.getByLabel("Why it counts")).toHaveValue("Done at the old place");
    await expectAccessible(page);
  });
  await expect(page.getByText("It is on record")).toBeVisible();
  expect(await database.completion.count({ where: { personId: person.id } })).toBe(1);

  const office = await (await browser.newContext({ baseURL: server.url })).newPage();
  await signIn(office, demo("admin"));
  await office.goto("/admin/people/import");
  const list = `Noor Haddad, noor-${person.id}@example.test`;
  await office.getByLabel("The list").fill(list);
  await sendTwice(office, "See what it says", () =>
    expect(office.getByLabel("The list")).toHaveValue(list),
  );
  await expect(office.getByText("All rows can be added")).toBeVisible();
  await sendTwice(office, "Add this person", async () => {
    await expect(office.getByText("All rows can be added")).toBeVisible();
    await expect(office.getByLabel("The list")).toHaveValue(list);
  });
  await expect(office.getByRole("heading", { name: "1 person is in" })).toBeVisible();
  await office.context().close();
});

test("a goal is asked about again where the answer did not get through", async ({
  page,
  aPerson,
  database,
}) => {
  const person = await aPerson();
  await database.goal.create({
    data: {
      ...{ personId: person.id, lessonId: "empathy/before-you-fix" },
      ...{ when: "a call drags on", will: "say what happens next" },
      at: new Date(Date.now() - 8 * 86_400_000),
    },
  });
  await signIn(page, person);
  await page.goto("/");
  await sendTwice(page, "I did it", () =>
    expect(page.getByRole("heading", { name: "How did it go?" })).toBeVisible(),
  );
  await expect.poll(() => database.goalReview.count({ where: { personId: person.id } })).toBe(1);
});

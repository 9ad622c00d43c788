import { expect, signIn, test } from "tests/e2e/fixtures";
import { finishLesson, playOfficialRun, publishedScenario } from "tests/e2e/learning";

test.use({ javaScriptEnabled: false });

test("without JavaScript: sign in, a lesson with its checks, a role-play to its end, and the record", async ({
  page,
  aPerson,
  database,
}) => {
  await signIn(page, await aPerson());
  await page.goto("/courses/empathy/before-you-fix");
  await finishLesson(page);
  const scenario = await publishedScenario(database, "the-third-text");
  await page.goto("/scenarios/the-third-text");
  await playOfficialRun(page, scenario);
  await page.goto("/me");
  await expect(page.getByText(scenario.title).first()).toBeVisible();
  await expect(page.getByText(/^Complete because/).first()).toBeVisible();
});

test("without JavaScript: an answer without an option comes back with a sentence, and nothing is recorded", async ({
  page,
  aPerson,
  database,
}) => {
  const person = await aPerson();
  await signIn(page, person);
  await page.goto("/courses/empathy/before-you-fix");
  const form = page
    .locator("form")
    .filter({ has: page.getByRole("button", { name: "Answer" }) })
    .first();
  await form.evaluate((element) => element.setAttribute("novalidate", ""));
  await form.getByRole("button", { name: "Answer" }).click();
  await expect(page.getByText(/choose/i).first()).toBeVisible();
  expect(await database.checkAnswer.count({ where: { personId: person.id } })).toBe(0);
});

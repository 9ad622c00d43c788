import { readFileSync } from "node:fs";
import { expect, expectAccessible, signIn, test } from "tests/e2e/fixtures";
import { finishLesson } from "tests/e2e/learning";

test("somebody reads all that is kept about them, and takes the same away as a file", async ({
  page,
  aPerson,
}) => {
  const person = await aPerson();
  await signIn(page, person);
  await page.goto("/courses/empathy/before-you-fix");
  await finishLesson(page);
  await page.goto("/me");
  await page.getByRole("link", { name: "All my data" }).click();
  const main = page.getByRole("main");
  for (const words of [person.email, "Before you fix it", "say it back before I offer anything"]) {
    await expect(main).toContainText(words);
  }
  await expectAccessible(page);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as JSON" }).click();
  const file = readFileSync(await (await download).path(), "utf8");
  expect(JSON.parse(file)).toMatchObject({
    person: { name: person.name, email: person.email },
    completions: [{ kind: "lesson", slug: "empathy/before-you-fix", outcome: "completed" }],
    goals: [{ will: "say it back before I offer anything" }],
  });
});

import { expect, signIn, test } from "tests/e2e/fixtures";
import { finishLesson, playOfficialRun } from "tests/e2e/learning";

test.use({ javaScriptEnabled: false });

test("without JavaScript: sign in, a lesson with its checks, a role-play to its end, and the record", async ({
  page,
  aPerson,
  database,
}) => {
  await signIn(page, await aPerson());
  await page.goto("/courses/empathy/before-you-fix");
  await finishLesson(page);
  await page.goto("/scenarios/the-third-text");
  await playOfficialRun(page, database);
  await expect(page.getByText(/^Your next step: Why we serve, \d+ minutes\.$/)).toBeVisible();
  await page.goto("/me");
  await expect(page.getByText("The third text").first()).toBeVisible();
  await expect(page.getByText(/^Complete because/).first()).toBeVisible();
});

test("without JavaScript: after an answer the page opens at the new moment", async ({
  page,
  aPerson,
}) => {
  await signIn(page, await aPerson());
  await page.goto("/scenarios/the-third-text");
  await page.getByRole("button", { name: "Start practising" }).click();
  await page
    .getByRole("form", { name: /^What do you/ })
    .getByRole("button")
    .first()
    .click();
  await expect(page).toHaveURL(/#now$/);
  await expect(page.getByRole("region", { name: "Now" })).toBeInViewport();
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

test("without JavaScript: steps by number, marked sentences, a small talk, and a goal that comes back", async ({
  page,
  aPerson,
  database,
}) => {
  const person = await aPerson();
  await signIn(page, person);
  await page.goto("/courses/hard-moments/when-we-were-wrong");
  const order = page.getByRole("region", { name: /^Put in order/ });
  for (const [at, place] of (await order.getByRole("combobox").all()).entries()) {
    await place.selectOption(String(at + 1));
  }
  await order.getByRole("button", { name: "Answer" }).click();
  await expect(order.getByText(/^You put it/).first()).toBeVisible();
  const spot = page.getByRole("region", { name: /^Spot the sign/ });
  await spot.getByRole("checkbox", { name: /But spring is our busiest time/ }).check();
  await spot.getByRole("button", { name: "Answer" }).click();
  await expect(spot.getByText("This is one, and you saw it.")).toBeVisible();

  await page.goto("/courses/ownership/come-back-anyway");
  const talk = page.getByRole("region", { name: "Try it: Ten to two" });
  await talk.getByRole("button", { name: /I’ve got nothing yet/ }).click();
  const nextAnswer = talk.getByRole("button", { name: /By five you hear from me/ });
  await expect(nextAnswer).toBeVisible();
  await page.reload();
  await nextAnswer.click();
  await expect(talk.getByRole("heading", { name: "Five to five" })).toBeVisible();

  const aWeekAgo = new Date(Date.now() - 8 * 86_400_000);
  const goal = { when: "a call drags on", will: "say what happens next", at: aWeekAgo };
  await database.goal.create({
    data: { ...goal, personId: person.id, lessonId: "ownership/come-back-anyway" },
  });
  await page.goto("/");
  await page.getByRole("button", { name: "I tried" }).click();
  await expect(page.getByRole("heading", { name: "You tried" })).toBeVisible();
  await page.goto("/me");
  await expect(page.getByText("When a call drags on, I will say what happens next.")).toBeVisible();
});

test("without JavaScript: while a goal is typed and not saved, nothing else can be sent that would lose it", async ({
  page,
  aPerson,
  database,
}) => {
  const person = await aPerson();
  await signIn(page, person);
  await page.goto("/courses/empathy/before-you-fix");
  const answers = page.getByRole("button", { name: "Answer", exact: true });
  const before = await answers.count();
  const when = page.getByLabel("This week, when");
  await when.fill("a customer tells me the same thing twice");
  await when.blur();
  await expect(answers).toHaveCount(0);
  await expect(page.getByText(/^Save what you wrote on this page first/).first()).toBeVisible();
  await page.getByLabel("I will").fill("say it back before I offer anything");
  await page.getByRole("button", { name: "Save my goal" }).click();
  await expect(page.getByText("Change it")).toBeVisible();
  await expect(answers).toHaveCount(before);
  expect(await database.goal.count({ where: { personId: person.id } })).toBe(1);
  // What was emptied again holds nothing up.
  await page.getByText("Change it").click();
  await when.fill("");
  await page.getByLabel("I will").fill("");
  await page.getByLabel("I will").blur();
  await expect(answers).toHaveCount(before);
});

test("without JavaScript: the role-plays are narrowed by behaviour and by course", async ({
  page,
  aPerson,
}) => {
  await signIn(page, await aPerson());
  await page.goto("/scenarios");
  await expect(page.getByRole("heading", { name: "More to practise" })).toBeVisible();
  await page.getByLabel("Behaviour").selectOption({ label: "Listening" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { name: "Listening", exact: true })).toBeVisible();
  await page.getByLabel("Course").selectOption({ label: "Empathy" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { name: "Listening, Empathy" })).toBeVisible();
  await expect(page.getByRole("link", { name: "The third text" })).toBeVisible();
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page.getByRole("heading", { name: "More to practise" })).toBeVisible();
});

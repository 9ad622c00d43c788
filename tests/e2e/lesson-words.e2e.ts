/** What is typed in a lesson and not saved, when another form of the page is sent. */
import type { Locator, Page } from "@playwright/test";
import { expect, signIn, test } from "tests/e2e/fixtures";

const lesson = "/courses/empathy/before-you-fix";
const when = "a customer tells me the same thing twice";

/** On the page of the lesson, with its scripts there. */
async function typeGoal(page: Page, moment: string, act: string): Promise<void> {
  await page.goto(lesson);
  await page.waitForLoadState("networkidle");
  await page.getByLabel("This week, when").fill(moment);
  await page.getByLabel("I will").fill(act);
}

test("with the sign-in run out, words in another form of the page are there again, and stay until they are saved", async ({
  page,
  aPerson,
  database,
}) => {
  const person = await aPerson();
  await signIn(page, person);
  await page.goto(lesson);
  await page.getByLabel("This week, when").fill(when);
  const past = new Date(Date.now() - 60_000);
  await database.session.updateMany({
    where: { personId: person.id },
    data: { expiresAt: past },
  });
  const answer = async () => {
    const form = page
      .locator("form")
      .filter({ has: page.getByRole("button", { name: "Answer", exact: true }) })
      .first();
    await form.getByRole("radio").first().check();
    await form.getByRole("button", { name: "Answer", exact: true }).click();
  };
  await answer();
  await expect(page).toHaveURL(/\/login/);
  await signIn(page, person);
  await page.goto(lesson);
  const told = /What you wrote elsewhere on this page is still here, too, and not saved yet\.$/;
  await expect(page.getByRole("link", { name: told })).toBeVisible();
  await expect(page.getByLabel("This week, when")).toHaveValue(when);
  await answer();
  await expect.poll(() => database.checkAnswer.count({ where: { personId: person.id } })).toBe(1);
  await page.reload();
  await expect(page.getByLabel("This week, when")).toHaveValue(when);
  await page.getByLabel("I will").fill("say it back before I offer anything");
  await page.getByRole("button", { name: "Save my goal" }).click();
  await expect(page.getByText("Change it")).toBeVisible();
  expect(await database.keptForm.count({ where: { personId: person.id } })).toBe(0);
});

test("without JavaScript: words that were refused hold the other forms up until they are saved", async ({
  aPageOfTheirOwn,
}) => {
  const page = await aPageOfTheirOwn(false);
  await page.goto(lesson);
  const answers = page.getByRole("button", { name: "Answer", exact: true });
  const before = await answers.count();
  const goal = page
    .locator("form")
    .filter({ has: page.getByRole("button", { name: "Save my goal" }) });
  await goal.evaluate((element) => element.setAttribute("novalidate", ""));
  await page.getByLabel("This week, when").fill(when);
  await page.getByRole("button", { name: "Save my goal" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("This week, when")).toHaveValue(when);
  await expect(answers).toHaveCount(0);
  await page.getByLabel("I will").fill("say it back before I offer anything");
  await page.getByRole("button", { name: "Save my goal" }).click();
  await expect(page.getByText("Change it")).toBeVisible();
  await expect(answers).toHaveCount(before);
});

test("a goal that the network did not carry stays where it was typed, and is saved when it is sent again", async ({
  aPageOfTheirOwn,
}) => {
  const page = await aPageOfTheirOwn(true);
  await typeGoal(page, when, "say it back before I offer anything");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Save my goal" }).click();
  await expect(page.getByRole("alert").getByText(/^That did not reach us/)).toBeVisible();
  await expect(page.getByLabel("This week, when")).toHaveValue(when);
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Save my goal" }).click();
  await expect(page.getByText("Change it")).toBeVisible();
});

test("an answer that is pressed while another is on its way does not break that one off", async ({
  aPageOfTheirOwn,
}) => {
  const page = await aPageOfTheirOwn(true);
  await page.goto(lesson);
  await page.waitForLoadState("networkidle");
  const forms = page
    .locator("form")
    .filter({ has: page.getByRole("button", { name: /^(Answer|Sending…)$/ }) });
  const open = await forms.count();
  const checkOf = (form: Locator) => form.locator('input[name="check"]');
  const [first, second] = [forms.first(), forms.nth(1)];
  await first.getByRole("radio").first().check();
  await second.getByRole("radio").first().check();
  const later = await checkOf(second).inputValue();
  let arrive: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/*", async (route) => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });
  await first.getByRole("button").click();
  await expect(first.getByRole("button", { name: "Sending…" })).toBeVisible();
  const other = second.getByRole("button", { name: "Answer" });
  await expect(other).toHaveAttribute("aria-disabled", "true");
  await other.press("Enter");
  arrive();
  await expect(forms).toHaveCount(open - 1);
  await expect(checkOf(forms.first())).toHaveValue(later);
  // What was chosen there is still chosen, and is sent when it is pressed again.
  await expect(forms.first().getByRole("radio").first()).toBeChecked();
  await forms.first().getByRole("button", { name: "Answer" }).click();
  await expect(forms).toHaveCount(open - 2);
});

test("what came back takes the focus once, and not again when another form is sent", async ({
  aPageOfTheirOwn,
}) => {
  const page = await aPageOfTheirOwn(true);
  await typeGoal(page, "слово ".repeat(6000), "x");
  await page.getByRole("button", { name: "Save my goal" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  let arrive: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/*", async (route) => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });
  const answers = page.getByRole("button", { name: "Answer", exact: true });
  const form = page.locator("form").filter({ has: answers }).first();
  await form.getByRole("radio").first().check();
  await form.getByRole("button", { name: "Answer", exact: true }).press("Enter");
  const sending = page.getByRole("button", { name: "Sending…" });
  await expect(sending).toBeVisible();
  await expect(sending).toBeFocused();
  await expect(page.getByRole("alert")).toBeVisible();
  arrive();
  await expect(sending).toHaveCount(0);
});

test("words far too long come back with the number of letters, and hold up no other form of the page", async ({
  aPageOfTheirOwn,
}) => {
  const page = await aPageOfTheirOwn(true);
  const long = "слово ".repeat(6000);
  await typeGoal(page, long, "x");
  await page.getByRole("button", { name: "Save my goal" }).click();
  await expect(page.getByRole("alert")).toContainText("500 is the most that fits");
  await expect(page.getByLabel("This week, when")).toHaveValue(long);
  await page.getByLabel("This week, when").fill(long.repeat(2));
  const answers = page.getByRole("button", { name: "Answer", exact: true });
  const before = await answers.count();
  const form = page.locator("form").filter({ has: answers }).first();
  await form.getByRole("radio").first().check();
  await form.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(answers).toHaveCount(before - 1);
});

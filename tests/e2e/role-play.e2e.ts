import { expect, expectAccessible, signIn, test } from "tests/e2e/fixtures";
import { begin, choices, countEvents, expectMoment } from "tests/e2e/playing";

const slug = "the-third-text";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with script" : "without script";

  test(`${how}: two windows on one attempt: the first answer counts, the other is told`, async ({
    aPageOfTheirOwn,
    database,
  }) => {
    const page = await aPageOfTheirOwn(javaScriptEnabled);
    const attemptId = await begin(page, slug, "Start the official run");
    const other = await page.context().newPage();
    await other.goto(page.url());
    const said = (await choices(page).first().innerText()).trim();
    await choices(page).first().click();
    await expectMoment(page, 2);
    await choices(other).last().click();
    await expect(
      other.getByRole("alert").filter({ hasText: "answered already, in another window" }),
    ).toBeVisible();
    await expectMoment(other, 2);
    await expect(other.getByText("Saved.")).toHaveCount(0);
    await expect(other.getByText(said)).toBeVisible();
    // Axe is a script itself.
    if (javaScriptEnabled) await expectAccessible(other);
    expect(await countEvents(database, attemptId)).toBe(2);
    // The window that was told goes on from the present moment.
    await choices(other).first().click();
    await expectMoment(other, 3);
    await expect(other.getByText("That was not recorded")).toHaveCount(0);
  });

  test(`${how}: the back button and an old form lose nothing and double nothing`, async ({
    aPageOfTheirOwn,
    database,
  }) => {
    const page = await aPageOfTheirOwn(javaScriptEnabled);
    const attemptId = await begin(page, slug, "Start practising");
    await choices(page).first().click();
    await expectMoment(page, 2);
    await choices(page).first().click();
    await expectMoment(page, 3);
    const address = page.url();
    await page.goBack();
    await page.goForward();
    await expect(page).toHaveURL(address);
    await expect(choices(page).first()).toBeVisible();
    const before = await countEvents(database, attemptId);
    await choices(page).first().click();
    await page.goto(address);
    expect([before, before + 1]).toContain(await countEvents(database, attemptId));
  });
}

test("a double click records one answer", async ({ page, aPerson, database }) => {
  await signIn(page, await aPerson());
  const attemptId = await begin(page, slug, "Start the official run");
  await choices(page).first().dblclick();
  await expectMoment(page, 2);
  expect(await countEvents(database, attemptId)).toBe(2);
});

test("a role-play can be played to its end with the keyboard alone", async ({ page, aPerson }) => {
  await signIn(page, await aPerson());
  await page.goto(`/scenarios/${slug}`);
  await page.getByRole("button", { name: "Start practising" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/attempts\//);
  const ended = page.getByRole("heading", { name: "What you showed" });
  for (let moment = 1; !(await ended.isVisible()); moment += 1) {
    await expectMoment(page, moment);
    // From where reading goes on, Tab leads to the first answer.
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press("Tab");
      if ((await page.evaluate(() => document.activeElement?.getAttribute("name"))) === "choice")
        break;
    }
    await page.keyboard.press("Enter");
    await expect(page.locator(`input[name="seq"][value="${String(moment)}"]`)).toHaveCount(0);
  }
  await expectAccessible(page);
  await page.getByRole("link", { name: "See the replay" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /: replay$/ })).toBeFocused();
  await expect(page.getByRole("heading", { name: "Moment 1" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Begin at the first moment" }).press("Enter");
  await expect(page.getByRole("heading", { name: /Moment 1 of \d/ })).toBeFocused();
  await page.getByRole("link", { name: "Moment 2", exact: true }).press("Enter");
  await expect(page.getByRole("heading", { name: /Moment 2 of \d/ })).toBeFocused();
  await expect(page.getByRole("heading", { name: "What else could have been said" })).toBeVisible();
  await expectAccessible(page);
});

test("leaving and coming back, also on another device, goes on at the same moment", async ({
  page,
  browser,
  aPerson,
  server,
}) => {
  const person = await aPerson();
  await signIn(page, person);
  await begin(page, slug, "Start the official run");
  await choices(page).first().click();
  await expectMoment(page, 2);
  const device = await browser.newContext({ baseURL: server.url });
  const phone = await device.newPage();
  await signIn(phone, person);
  await phone.goto(`/scenarios/${slug}`);
  await expectAccessible(phone);
  await expect(phone.getByRole("button", { name: "Start the official run" })).toHaveCount(0);
  await phone.getByRole("link", { name: "Go on with the official run" }).click();
  await expect(phone).toHaveURL(page.url());
  await expectMoment(phone, 2);
  await device.close();
});

import { expect, expectAccessible, signIn, test } from "tests/e2e/fixtures";
import { begin, choices, countEvents, expectMoment } from "tests/e2e/playing";

const slug = "the-third-text";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with script" : "without script";

  test(`${how}: a moment of practice is tried again, and the replay shows both ways`, async ({
    aPageOfTheirOwn,
    database,
  }) => {
    const page = await aPageOfTheirOwn(javaScriptEnabled);
    const attemptId = await begin(page, slug, "Start practising");
    const [left, taken] = (await choices(page).allInnerTexts()).map((text) => text.trim());
    await choices(page).first().click();
    await expectMoment(page, 2);
    await page.getByRole("button", { name: "Try this moment again" }).click();
    await expect(choices(page).first()).toHaveText(left ?? "");
    expect(await countEvents(database, attemptId)).toBe(3);
    await choices(page).nth(1).click();
    await expect(page.getByRole("region", { name: "Now" }).getByText(taken ?? "")).toBeVisible();
    await page.goto(`/attempts/${attemptId}/replay`);
    // While it goes on, nobody is told what else could have been said.
    await expect(page.getByText(taken ?? "")).toHaveCount(1);
    await page.getByRole("link", { name: "Begin at the first moment" }).click();
    await expect(page.getByText("This way was left")).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByRole("link", { name: "Moment 2", exact: true }).click();
    await expect(page.getByText("Here moment 1 was tried again")).toBeVisible();
    await page.getByRole("button", { name: "Try this moment again" }).click();
    // Without script the address leads to the new moment itself.
    const place = javaScriptEnabled ? "" : "#now";
    await expect(page).toHaveURL(new RegExp(`/attempts/${attemptId}${place}$`));
    await expect(choices(page).first()).toHaveText(left ?? "");
  });
}

test("an official run offers no way back", async ({ page, aPerson }) => {
  await signIn(page, await aPerson());
  const attemptId = await begin(page, slug, "Start the official run");
  await choices(page).first().click();
  await expectMoment(page, 2);
  await expect(page.getByRole("button", { name: "Try this moment again" })).toHaveCount(0);
  await page.goto(`/attempts/${attemptId}/replay/1`);
  await expect(page.getByRole("heading", { name: "Moment 1 of 1" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Try this moment again" })).toHaveCount(0);
});

import { anotherBrowser, demo, expect, expectAccessible, signIn, test } from "tests/e2e/fixtures";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with script" : "without script";

  test(`${how}: what was recorded by hand is corrected, and the person reads both and why`, async ({
    browser,
    server,
    aPerson,
  }) => {
    const person = await aPerson();
    const context = await browser.newContext({ javaScriptEnabled, baseURL: server.url });
    const page = await context.newPage();
    await signIn(page, demo("trainer"));
    await page.goto("/records");
    await page.getByRole("link", { name: "Record by hand" }).click();
    await page.getByLabel("E-mail address of the person").fill(person.email);
    await page.getByLabel("What they completed").selectOption({ label: "Course: Empathy" });
    await page.getByRole("button", { name: "Put it on record" }).click();
    await expect(page.getByText("Say why, in a few words")).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByLabel("Why it counts").fill("Done at the old place");
    await page.getByRole("button", { name: "Put it on record" }).click();
    await expect(page.getByText("It is on record")).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);

    const theirs = await anotherBrowser(browser, server.url);
    await signIn(theirs, person);
    await theirs.goto("/me");
    const completed = theirs.getByRole("region", { name: "Completed" });
    await expect(completed.getByRole("listitem")).toContainText("Done at the old place");

    await page.getByLabel("Why").fill("The paper was somebody else’s");
    await page.getByRole("button", { name: "Record that it is wrong" }).click();
    await expect(page.getByText("A correction")).toBeVisible();
    await page.getByRole("link", { name: "an earlier record" }).click();
    await expect(page.getByText("Corrected", { exact: true })).toBeVisible();
    // A record is corrected once.
    await expect(page.getByRole("button", { name: "Record that it is wrong" })).toHaveCount(0);

    await theirs.reload();
    await expect(completed.getByRole("listitem")).toHaveCount(2);
    await expect(completed).toContainText("Done at the old place");
    await expect(completed).toContainText("The paper was somebody else’s");
    await expectAccessible(theirs);
    await context.close();
  });
}

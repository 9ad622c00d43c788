import { anotherBrowser, expect, expectAccessible, signIn, test } from "tests/e2e/fixtures";
import { playOfficialRun } from "tests/e2e/learning";

const slug = "the-third-text";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with script" : "without script";

  test(`${how}: a manager sees a run from when it is shared until it is taken back`, async ({
    browser,
    server,
    database,
    aPerson,
  }) => {
    const manager = await aPerson({ roles: ["manager"] });
    const learner = await aPerson({ managerId: manager.id });
    const context = await browser.newContext({ javaScriptEnabled, baseURL: server.url });
    const page = await context.newPage();
    await signIn(page, learner);
    await page.goto(`/scenarios/${slug}`);
    await playOfficialRun(page, database, false);
    const { id } = await database.attempt.findFirstOrThrow({ where: { personId: learner.id } });
    const replay = `/attempts/${id}/replay`;
    const theirs = await anotherBrowser(browser, server.url);
    await signIn(theirs, manager);
    expect((await theirs.goto(replay))?.status()).toBe(404);

    await page.goto(replay);
    await page.getByRole("button", { name: `Share with ${manager.name}` }).click();
    await expect(page.getByText("Can see it since")).toBeVisible();
    // Axe is a script itself.
    if (javaScriptEnabled) await expectAccessible(page);
    await theirs.goto("/shared-runs");
    await theirs
      .getByRole("row", { name: learner.name })
      .getByRole("link", { name: "The third text" })
      .click();
    await expect(theirs).toHaveURL(replay);
    await expect(theirs.getByRole("main")).toContainText(learner.name);
    const menu = theirs.getByRole("navigation", { name: "Main" });
    await expect(menu.getByRole("link", { name: "My team" })).toHaveAttribute(
      "aria-current",
      "page",
    );
    if (javaScriptEnabled) await expectAccessible(theirs);

    await page.getByRole("button", { name: "Take it back" }).click();
    await expect(page.getByText("Cannot see it.")).toHaveCount(2);
    expect((await theirs.goto(replay))?.status()).toBe(404);
    await theirs.goto("/shared-runs");
    await expect(theirs.getByRole("link", { name: "The third text" })).toHaveCount(0);
    await context.close();
  });
}

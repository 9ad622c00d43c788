import { expect, expectAccessible, signIn, test } from "tests/e2e/fixtures";

const back = "Back to where you were";

test("a page that cannot be shown leads back to the page before it", async ({ page, aPerson }) => {
  await signIn(page, await aPerson());
  await page.goto("/courses");
  await page.route("**/courses/empathy?*", (route) =>
    route.fulfill({ status: 503, headers: { "X-Remix-Catch": "yes" }, json: {} }),
  );
  await page.getByRole("main").getByRole("link", { name: "Empathy" }).first().click();
  await expect(page.getByRole("heading", { name: "Back in a moment" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: back }).click();
  await expect(page).toHaveURL(/\/courses$/);
  await expect(page.getByRole("heading", { name: "Courses", level: 1 })).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  test(`an address that is no page leads back to the page it was asked from, ${how} JavaScript`, async ({
    aPageOfTheirOwn,
    server,
  }) => {
    const page = await aPageOfTheirOwn(javaScriptEnabled);
    await page.goto("/nowhere", { referer: `${server.url}/scenarios` });
    await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
    await page.getByRole("link", { name: back }).click();
    await expect(page).toHaveURL(/\/scenarios$/);
    await page.goto("/nowhere", { referer: "https://elsewhere.example/scenarios" });
    await expect(page.getByRole("link", { name: "Go to your home page" })).toBeVisible();
    await expect(page.getByRole("link", { name: back })).toHaveCount(0);
  });
}

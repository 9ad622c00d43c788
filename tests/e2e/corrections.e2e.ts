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
    await page.getByLabel("What they completed").selectOption({ label: "Empathy" });
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

test("a lesson and a role-play whose record was taken back say so on their own pages", async ({
  page,
  aPerson,
  database,
}) => {
  const person = await aPerson();
  const things = [
    { kind: "lesson", slug: "empathy/before-you-fix", title: "Before you fix it" },
    { kind: "scenario", slug: "the-third-text", title: "The third text" },
  ];
  for (const thing of things) {
    const record = { ...thing, personId: person.id, timeZone: "UTC", evidence: "[]" };
    const requirement = `${person.id}:${thing.slug}`;
    const { id } = await database.completion.create({
      data: { ...record, revisionHash: "r", rule: "by-hand@1", because: "Complete.", requirement },
    });
    await database.completion.create({
      data: {
        ...{ ...record, revisionHash: "r", rule: "correction@1", outcome: "withdrawn" },
        ...{ because: "Does not stand any more.", requirement: `correction:${id}` },
        ...{ correctsId: id, reason: "Somebody else sat there" },
      },
    });
  }
  await signIn(page, person);
  for (const [address, title] of [
    ["/courses/empathy/before-you-fix", "Before you fix it"],
    ["/scenarios/the-third-text", "The third text"],
  ] as const) {
    await page.goto(address);
    await expect(page.getByText(`“${title}” is to be done again`)).toBeVisible();
    await expect(page.getByText(/taken back on .*: Somebody else sat there/)).toBeVisible();
    await expectAccessible(page);
  }
});

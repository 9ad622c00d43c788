import { expect, signIn, test } from "tests/e2e/fixtures";

test("with the keyboard alone: steps are moved, signs marked, moments sorted, and each answer is told", async ({
  page,
  aPerson,
  database,
}) => {
  const person = await aPerson();
  await signIn(page, person);
  await page.goto("/courses/hard-moments/when-we-were-wrong");
  const order = page.getByRole("region", { name: /^Put in order/ });
  const down = order.getByRole("button", { name: "Move down" });
  const first = (await order.getByRole("listitem").first().innerText()).split("\n").at(-1) ?? "";
  await down.first().focus();
  await page.keyboard.press("Enter");
  await expect(order.getByRole("status").first()).toContainText("Now number 2 of");
  await expect(order.getByRole("listitem").nth(1)).toContainText(first);
  await expect(down.nth(1)).toBeFocused();
  await order.getByRole("button", { name: "Answer" }).press("Enter");
  await expect(order.getByText(/^You put it/).first()).toBeVisible();

  const spot = page.getByRole("region", { name: /^Spot the sign/ });
  await spot.getByRole("checkbox", { name: /But spring is our busiest time/ }).press("Space");
  await spot.getByRole("button", { name: "Answer" }).press("Enter");
  await expect(spot.getByText("This is one, and you saw it.")).toBeVisible();

  await page.goto("/courses/hard-moments/where-it-stops");
  const sort = page.getByRole("region", { name: /^Sort the moments/ });
  for (const row of await sort.getByRole("group").all()) {
    await row.getByRole("radio").first().press("Space");
  }
  await sort.getByRole("button", { name: "Answer" }).press("Enter");
  await expect(sort.getByText("You put it here.").first()).toBeVisible();
  expect(await database.checkAnswer.count({ where: { personId: person.id } })).toBe(3);
});

test("the box of a sentence stands in the line of its first word, however narrow the page", async ({
  page,
  aPerson,
}) => {
  await signIn(page, await aPerson());
  await page.goto("/courses/empathy/when-you-write");
  const sentences = page.getByRole("region", { name: /^Spot the sign/ }).locator("label");
  for (const width of [320, 375, 390, 412, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const apart = await sentences.evaluateAll(
      (labels) =>
        labels.filter((label) => {
          const box = label.querySelector("input")?.getBoundingClientRect();
          const words = label.querySelector("span")?.getClientRects()[0];
          if (box === undefined || words === undefined) return true;
          return box.top >= words.bottom || box.bottom <= words.top || box.left < words.left - 1;
        }).length,
    );
    expect({ width, apart }).toEqual({ width, apart: 0 });
  }
});

test("a small talk in two windows goes two ways, and each keeps its own", async ({
  page,
  context,
  aPerson,
}) => {
  await signIn(page, await aPerson());
  const other = await context.newPage();
  const talkIn = (window: typeof page) =>
    window.getByRole("region", { name: "Try it: Ten to two" });
  for (const window of [page, other]) await window.goto("/courses/ownership/come-back-anyway");
  const choices = talkIn(page).getByRole("form").getByRole("button");
  const words = await choices.allInnerTexts();
  await choices.first().click();
  await talkIn(other).getByRole("form").getByRole("button").last().click();
  await expect(talkIn(page).getByText(words[0] ?? "")).toBeVisible();
  await expect(talkIn(other).getByText(words.at(-1) ?? "")).toBeVisible();
  await page.reload();
  await expect(talkIn(page).getByText(words[0] ?? "")).toBeVisible();
});

test("every lesson comes alive in the browser as the server wrote it", async ({
  page,
  aPerson,
  database,
}) => {
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(`${page.url()}: ${message}`));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${page.url()}: ${message.text()}`);
  });
  await signIn(page, await aPerson());
  const lessons = await database.publication.findMany({ where: { kind: "lesson" } });
  expect(lessons.length).toBeGreaterThan(24);
  for (const { slug } of lessons) {
    // The second page takes its body over from the first (`written-body.ts`).
    await page.request.get(`/courses/${slug}`);
    await page.goto(`/courses/${slug}`);
    // Hydrated: React has hung its own property on the goal's form.
    await page.waitForFunction(() =>
      Object.keys(document.querySelector("#goal form") ?? {}).some((key) =>
        key.startsWith("__reactProps"),
      ),
    );
  }
  expect(complaints).toEqual([]);
});

import { expect, expectAccessible, signIn, test } from "tests/e2e/fixtures";
import { begin, choices, countEvents, expectMoment } from "tests/e2e/playing";

const slug = "the-third-text";

test("a connection that is gone shows as not saved, and the answer can be sent again", async ({
  page,
  context,
  aPerson,
  database,
}) => {
  await signIn(page, await aPerson());
  const attemptId = await begin(page, slug, "Start practising");
  await context.setOffline(true);
  await choices(page).first().click();
  await expect(page.getByText("Not saved")).toBeVisible();
  await expectAccessible(page);
  await context.setOffline(false);
  await page.getByRole("button", { name: "Send it again" }).click();
  await expectMoment(page, 2);
  expect(await countEvents(database, attemptId)).toBe(2);
});

test("an answer that arrived but was not acknowledged is recognised when it is sent again", async ({
  page,
  aPerson,
  database,
}) => {
  await signIn(page, await aPerson());
  const attemptId = await begin(page, slug, "Start practising");
  await page.route(`**/attempts/${attemptId}**`, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch({ maxRedirects: 0 });
    return route.abort("connectionreset");
  });
  await choices(page).first().click();
  await expect(page.getByText("Not saved")).toBeVisible();
  expect(await countEvents(database, attemptId)).toBe(2);
  await page.unroute(`**/attempts/${attemptId}**`);
  await page.getByRole("button", { name: "Send it again" }).click();
  await expectMoment(page, 2);
  await expect(page.getByText("That was not recorded")).toHaveCount(0);
  expect(await countEvents(database, attemptId)).toBe(2);
});

test("a page from something between here and Rapport shows as not saved", async ({
  page,
  aPerson,
}) => {
  await signIn(page, await aPerson());
  const attemptId = await begin(page, slug, "Start practising");
  await page.route(`**/attempts/${attemptId}**`, (route) =>
    route.request().method() === "POST"
      ? route.fulfill({ status: 502, contentType: "text/html", body: "<h1>Bad gateway</h1>" })
      : route.continue(),
  );
  await choices(page).first().click();
  await expect(page.getByText("Not saved")).toBeVisible();
  await page.unroute(`**/attempts/${attemptId}**`);
  await page.getByRole("button", { name: "Send it again" }).click();
  await expectMoment(page, 2);
});

test("a slow answer says that it is saving, and then that it is saved", async ({
  page,
  aPerson,
}) => {
  await signIn(page, await aPerson());
  const attemptId = await begin(page, slug, "Start practising");
  let go: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route(`**/attempts/${attemptId}**`, async (route) => {
    if (route.request().method() === "POST") await held;
    return route.continue();
  });
  await choices(page).first().click();
  await expect(page.getByText("Saving your answer…")).toBeVisible();
  go();
  await expect(page.getByText("Saved.")).toBeVisible();
});

test("a sign-in that ran out in the middle returns to the very moment", async ({
  page,
  aPerson,
  database,
}) => {
  const person = await aPerson();
  await signIn(page, person);
  const attemptId = await begin(page, slug, "Start practising");
  await choices(page).first().click();
  await expectMoment(page, 2);
  await database.session.updateMany({
    where: { personId: person.id },
    data: { expiresAt: new Date(Date.now() - 1000) },
  });
  await choices(page).first().click();
  await expect(page).toHaveURL(/\/login\?next=/);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(new RegExp(`/attempts/${attemptId}$`));
  await expectMoment(page, 2);
  await expect(page.getByText("Not saved yet")).toBeVisible();
  await expectAccessible(page);
  await choices(page).first().click();
  await expectMoment(page, 3);
  await expect(page.getByText("Not saved yet")).toHaveCount(0);
});

test("nothing of a moment that was not reached is in the page, its data or its scripts", async ({
  page,
  aPerson,
  database,
}) => {
  const { definition } = (
    await database.publication.findUniqueOrThrow({
      where: { kind_slug: { kind: "scenario", slug } },
      include: { revision: true },
    })
  ).revision;
  const words = [...definition.matchAll(/"text":"((?:[^"\\]|\\.){25,})"/g)].map(
    (hit) => JSON.parse(`"${hit[1] ?? ""}"`) as string,
  );
  await signIn(page, await aPerson());
  const bodies: string[] = [];
  page.on("response", (response) => {
    if (response.status() < 300)
      void response.text().then(
        (text) => bodies.push(text),
        () => undefined,
      );
  });
  await begin(page, slug, "Start practising");
  await page.reload({ waitUntil: "networkidle" });
  const visible = await page.locator("main").innerText();
  const unreached = words.filter((text) => !visible.includes(text.trim()));
  expect(unreached.length).toBeGreaterThan(50);
  // The briefing page before it shows its own words; they are no moment's.
  const told = bodies.filter((body) => !body.includes("Start practising")).join("\n");
  const plain = told.replaceAll("&#x27;", "'").replaceAll("&quot;", '"').replaceAll('\\"', '"');
  expect(unreached.filter((text) => plain.includes(text))).toEqual([]);
});

import type { Page } from "@playwright/test";
import { demo, expect, expectAccessible, signIn, test } from "tests/e2e/fixtures";

const password = "the kettle sings at six";

/** Signs in on the page that asks for it, and stays where that leads. */
async function fillSignIn(page: Page, person: { email: string; password: string }): Promise<void> {
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("a stranger is asked who they are, and lands where they wanted to go", async ({ page }) => {
  await page.goto("/courses/empathy?from=mail");
  await expect(page.getByText("you are back where you were")).toBeVisible();
  await expectAccessible(page);
  await fillSignIn(page, demo("learner"));
  await expect(page).toHaveURL(/\/courses\/empathy\?from=mail$/);
});

test("an address elsewhere is not where a sign-in leads", async ({ page, server }) => {
  await page.goto("/login?next=//evil.example/");
  await fillSignIn(page, demo("learner"));
  await expect(page).toHaveURL(`${server.url}/`);
});

test("a wrong password and an unknown address get one sentence, and nothing that was typed is lost but the password", async ({
  page,
  aPerson,
}) => {
  const { email } = await aPerson();
  await page.goto("/login");
  await fillSignIn(page, { email, password: "not this one" });
  const sentence = "That e-mail address and password do not fit together.";
  await expect(page.getByRole("alert")).toContainText(sentence);
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await expectAccessible(page);
  await fillSignIn(page, { email: "nobody@example.test", password: "not this one" });
  await expect(page.getByRole("alert")).toContainText(sentence);
});

test("signing out ends the session, also for a copy of its cookie", async ({
  page,
  context,
  aPerson,
}) => {
  const person = await aPerson();
  await signIn(page, person);
  const cookies = await context.cookies();
  await page.getByText(person.name).first().click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/login$/);
  await context.addCookies(cookies);
  await page.goto("/me");
  await expect(page).toHaveURL(/\/login\?next=%2Fme$/);
});

test("on a shared computer the cookie goes with the browser", async ({
  page,
  context,
  aPerson,
}) => {
  const person = await aPerson();
  await page.goto("/login");
  await page.getByLabel("This is a shared computer").check();
  await fillSignIn(page, person);
  await expect(page).not.toHaveURL(/login/);
  expect((await context.cookies()).map(({ expires }) => expires)).toEqual([-1]);
});

test("a session that was idle for too long returns to the very page after signing in again", async ({
  page,
  aPerson,
  database,
}) => {
  const person = await aPerson();
  await signIn(page, person);
  await page.goto("/scenarios");
  const longAgo = new Date(Date.now() - 15 * 24 * 60 * 60_000);
  await database.session.updateMany({
    where: { personId: person.id },
    data: { lastSeenAt: longAgo },
  });
  await page.goto("/courses");
  await expect(page).toHaveURL(/\/login\?next=%2Fcourses$/);
  await fillSignIn(page, person);
  await expect(page).toHaveURL(/\/courses$/);
});

test("an administrator adds a person, who sets a password, and is out the moment they are deactivated", async ({
  page,
  browser,
  server,
  aPerson,
}) => {
  const admin = await aPerson({ roles: ["admin"] });
  await signIn(page, admin);
  await page.goto("/admin");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Add a person" }).click();
  await expectAccessible(page);
  const email = `new-${String(Date.now())}@example.test`;
  await page.getByLabel("Name").fill("Nia Newcomer");
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByLabel("Manager’s e-mail").fill("manager@rapport.test");
  await page.getByRole("button", { name: "Add the person" }).dblclick();
  const address = await page.getByLabel("One-time address").inputValue();
  await expectAccessible(page);

  const context = await browser.newContext({ baseURL: server.url });
  const newcomer = await context.newPage();
  await newcomer.goto(address);
  await expectAccessible(newcomer);
  const choose = async (chosen: string): Promise<void> => {
    await newcomer.getByLabel("Password", { exact: true }).fill(chosen);
    await newcomer.getByLabel("The same password again").fill(chosen);
    await newcomer.getByRole("button", { name: "Set the password and sign in" }).click();
  };
  await choose("nia-newcomer-1");
  await expect(newcomer.getByText("mostly your name")).toBeVisible();
  await expectAccessible(newcomer);
  await choose(password);
  await expect(newcomer).toHaveURL(`${server.url}/`);

  await page.getByRole("link", { name: "See Nia Newcomer" }).click();
  await expect(page.getByRole("heading", { name: "Access" })).toBeVisible();
  await expectAccessible(page);
  await page.getByText("Deactivate", { exact: true }).click();
  await page.getByRole("button", { name: "Yes, deactivate them" }).click();
  await expect(page.getByText("they cannot sign in")).toBeVisible();
  await newcomer.goto("/me");
  await expect(newcomer).toHaveURL(/\/login/);
  await fillSignIn(newcomer, { email, password });
  await expect(newcomer.getByRole("alert")).toContainText("do not fit together");
  await newcomer.goto(address);
  await expect(newcomer.getByRole("heading", { name: "no longer good" })).toBeVisible();
  await context.close();
});

test("a pasted list is shown with what is wrong, and added once it is right", async ({
  page,
  aPerson,
  database,
}) => {
  await signIn(page, await aPerson({ roles: ["admin"] }));
  await page.goto("/admin/people/import");
  const stamp = String(Date.now());
  const good = `Ana Moreira\tana-${stamp}@example.test\t2026-12-01`;
  await page.getByLabel("The list").fill(`${good}\nBen\tben at\t31/12/2026`);
  await page.getByRole("button", { name: "See what it says" }).click();
  await expect(page.getByText("One row needs mending")).toBeVisible();
  await expect(page.getByText("Write the date as year, month, day")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("The list").fill(good);
  await page.getByRole("button", { name: "Check it again" }).click();
  await expect(page.getByText("All rows can be added")).toBeVisible();
  const where = { email: `ana-${stamp}@example.test` };
  expect(await database.person.count({ where })).toBe(0);
  await page.getByRole("button", { name: "Add this person" }).dblclick();
  await expect(page.getByRole("heading", { name: "1 person is in" })).toBeVisible();
  expect(await database.person.count({ where })).toBe(1);
});

for (const script of [true, false]) {
  const how = script ? "with JavaScript" : "without JavaScript";
  test(`${how}: addresses for a whole list stand on one page, once, and each lets its owner in`, async ({
    browser,
    server,
    aPerson,
    database,
  }) => {
    const office = await browser.newContext({ baseURL: server.url, javaScriptEnabled: script });
    const page = await office.newPage();
    await signIn(page, await aPerson({ roles: ["admin"] }));
    const stamp = `${String(script)}-${String(Date.now())}`;
    const emails = ["ana", "ben"].map((name) => `${name}-${stamp}@example.test`);
    await page.goto("/admin/people/import");
    const list = emails.map((one) => `Newcomer,${one}`).join("\n");
    await page.getByLabel("The list").fill(list);
    await page.getByRole("button", { name: "See what it says" }).click();
    await page.getByRole("button", { name: "Add these 2 people" }).click();
    await expect(page.getByRole("heading", { name: "2 people are in" })).toBeVisible();
    // A second press finds that all is done, and is not told that nobody was added.
    const second = await page.request.post("/admin/people/import", {
      form: { list, intent: "add" },
    });
    expect(second.status()).toBe(200);
    expect(await second.text()).toContain("2 people are in");
    await page.getByRole("link", { name: "Make the addresses" }).click();
    for (const email of emails) {
      await expect(page.getByRole("checkbox", { description: email })).toBeChecked();
    }
    if (script) await expectAccessible(page);
    await page.getByRole("button", { name: "Make the addresses" }).click();
    await expect(page.getByText("They are shown this once")).toBeVisible();
    if (script) await expectAccessible(page);
    const slip = page.getByRole("listitem").filter({ hasText: emails[1] ?? "" });
    const address = /https?:\S+\/set-password\/\S+/.exec((await slip.textContent()) ?? "")?.[0];
    const own = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
    await own.goto(address ?? "");
    await expect(own.getByRole("heading", { level: 1 })).toBeVisible();
    await page.goto("/admin/people/addresses");
    const again = page.getByRole("checkbox", { description: emails[0] ?? "" });
    await expect(again).not.toBeChecked();
    await expect(page.getByText("which a newer one ends").first()).toBeVisible();
    await expect(page.getByText(address ?? "", { exact: true })).toHaveCount(0);
    expect(await database.oneTimeLink.count({ where: { person: { email: { in: emails } } } })).toBe(
      2,
    );
    await office.close();
  });
}

test("a page that is not for a role says so, and one that is not there says that", async ({
  page,
}) => {
  await signIn(page, demo("learner"));
  const refused = await page.goto("/admin");
  expect(refused?.status()).toBe(403);
  await expect(page.getByRole("heading", { name: "This page is not open to you" })).toBeVisible();
  await expectAccessible(page);
  const missing = await page.goto("/nowhere/at/all");
  expect(missing?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
});

test("without JavaScript an administrator adds a person, and the person signs in", async ({
  browser,
  server,
  aPerson,
}) => {
  const plain = { baseURL: server.url, javaScriptEnabled: false };
  const office = await browser.newContext(plain);
  const page = await office.newPage();
  await signIn(page, await aPerson({ roles: ["admin"] }));
  await page.goto("/admin/people/new");
  await page.getByRole("button", { name: "Add the person" }).click();
  await expect(page.getByRole("link", { name: "Enter a name" })).toBeVisible();
  await page.getByLabel("Name").fill("Plain Person");
  await page.getByLabel("E-mail", { exact: true }).fill(`plain-${String(Date.now())}@example.test`);
  await page.getByRole("button", { name: "Add the person" }).click();
  const address = await page.getByLabel("One-time address").inputValue();
  await office.close();

  const home = await browser.newContext(plain);
  const person = await home.newPage();
  await person.goto(address);
  await person.getByLabel("Password", { exact: true }).fill(password);
  await person.getByLabel("The same password again").fill(password);
  await person.getByRole("button", { name: "Set the password and sign in" }).click();
  await expect(person).toHaveURL(`${server.url}/`);
  await home.close();
});

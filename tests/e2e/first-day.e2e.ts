import type { Page } from "@playwright/test";
import { openDatabase, type Database } from "~/server/db.server";
import { anotherBrowser, demo, expect, expectAccessible, signIn, test } from "tests/e2e/fixtures";
import { finishLesson, playOfficialRun } from "tests/e2e/learning";
import { startServer } from "tests/setup/server";

/** From the home page: each step of the first course, until it is on the record. */
async function finishCourse(page: Page, database: Database): Promise<void> {
  await page.goto("/courses/empathy");
  await expectAccessible(page);
  const lessons = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((links) =>
      links
        .map((link) => link.getAttribute("href") ?? "")
        .filter((href) => /^\/courses\/[^/]+\/./.test(href)),
    );
  for (const lesson of new Set(lessons)) {
    await page.goto(lesson);
    await finishLesson(page);
  }
  await expectAccessible(page);
  await page.goto("/courses/empathy");
  const plays = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((links) =>
      links
        .map((link) => link.getAttribute("href") ?? "")
        .filter((href) => href.startsWith("/scenarios/")),
    );
  for (const play of new Set(plays)) {
    await page.goto(play);
    await expectAccessible(page);
    await playOfficialRun(page, database);
    await expectAccessible(page);
  }
  await page.goto("/me");
  await expectAccessible(page);
  await expect(page.getByText(/of this course are complete/).first()).toBeVisible();
}

/** A trainer finds the course of this person on the record. */
async function expectOnRecord(trainer: Page, name: string): Promise<void> {
  await trainer.goto("/records?kind=course");
  await expect(trainer.getByText(name).first()).toBeVisible();
  await expect(trainer.getByText("Empathy").first()).toBeVisible();
  await expectAccessible(trainer);
}

const chosenPassword = "the kettle sings at six";
const lastPart = (address: string) => address.split("/").at(-1) ?? "";

async function choosePassword(page: Page, button: string): Promise<void> {
  await page.getByLabel("Password", { exact: true }).fill(chosenPassword);
  await page.getByLabel("The same password again").fill(chosenPassword);
  await page.getByRole("button", { name: button }).click();
  await expect(page).not.toHaveURL(/setup|set-password/);
}

/** Adds a person and returns their one-time address. */
async function addPerson(admin: Page, name: string, email: string, role?: string): Promise<string> {
  await admin.goto("/admin/people/new");
  await admin.getByLabel("Name").fill(name);
  await admin.getByLabel("E-mail", { exact: true }).fill(email);
  if (role !== undefined) await admin.getByRole("checkbox", { name: role }).check();
  await admin.getByRole("button", { name: /^Add/ }).click();
  await expect(admin.getByRole("heading", { level: 1, name: `${name} is in` })).toBeVisible();
  await expectAccessible(admin);
  return admin.getByLabel("One-time address").inputValue();
}

test("the demo learner finishes a course with its role-play, and the demo trainer finds it", async ({
  page,
  browser,
  database,
  server,
}) => {
  await signIn(page, demo("learner"));
  await expectAccessible(page);
  await finishCourse(page, database);
  const trainer = await anotherBrowser(browser, server.url);
  await signIn(trainer, demo("trainer"));
  const learner = await database.person.findUniqueOrThrow({
    where: { email: demo("learner").email },
  });
  await expectOnRecord(trainer, learner.name);
});

test("without demo data: the first administrator is set up, adds a person, and that person completes a course", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const server = await startServer({ command: "serve" });
  const database = openDatabase(server.databaseUrl);
  try {
    const setup = /http:\/\/\S+\/setup\/\S+/.exec(server.output())?.[0] ?? "";
    const admin = await anotherBrowser(browser, server.url);
    await admin.goto(setup);
    await expectAccessible(admin);
    await admin.getByLabel("Your name").fill("Ada Admin");
    await admin.getByLabel("E-mail").fill("ada@example.test");
    await choosePassword(admin, "Set up and sign in");
    await expect(admin.getByRole("heading", { name: /What comes first/ })).toBeVisible();
    await expectAccessible(admin);
    const address = await addPerson(admin, "Nils New", "nils@example.test");
    await admin.goto("/admin");
    await expect(admin.getByText("2 active")).toBeVisible();
    await expect(admin.getByRole("heading", { name: /What comes first/ })).toHaveCount(0);
    const trainerAddress = await addPerson(admin, "Tove Trainer", "tove@example.test", "trainer");

    const person = await anotherBrowser(browser, server.url);
    await person.goto(address);
    await expectAccessible(person);
    await choosePassword(person, "Set the password and sign in");
    await finishCourse(person, database);

    const trainer = await anotherBrowser(browser, server.url);
    await trainer.goto(trainerAddress);
    await choosePassword(trainer, "Set the password and sign in");
    await expectOnRecord(trainer, "Nils New");
    // A log is read by more people than the records are.
    const own = [chosenPassword, lastPart(address), lastPart(trainerAddress), "say it back before"];
    for (const words of own) expect(server.output()).not.toContain(words);
  } finally {
    await database.$disconnect();
    await server.stop();
    server.remove();
  }
});

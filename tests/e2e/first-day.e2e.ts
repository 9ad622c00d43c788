import { finishLesson, playOfficialRun, publishedScenario } from "tests/e2e/learning";
import { demo, expect, expectAccessible, signIn, test } from "tests/e2e/fixtures";
import { startServer } from "tests/setup/server";
import { openDatabase } from "~/server/db.server";

test("the demo learner finishes a course with its role-play, and the demo trainer finds it", async ({
  page,
  browser,
  database,
  server,
}) => {
  await signIn(page, demo("learner"));
  await expectAccessible(page);
  await page.goto("/courses/empathy/before-you-fix");
  await expectAccessible(page);
  await finishLesson(page);
  await expectAccessible(page);

  const scenario = await publishedScenario(database, "the-third-text");
  await page.goto("/scenarios/the-third-text");
  await expectAccessible(page);
  await playOfficialRun(page, scenario);
  await expectAccessible(page);

  const trainer = await browser.newPage({ baseURL: server.url });
  await signIn(trainer, demo("trainer"));
  await trainer.goto("/records");
  await expect(trainer.getByText(scenario.title).first()).toBeVisible();
  await expectAccessible(trainer);
  await trainer.close();
});

test("without demo data: the first administrator is set up, adds a person, and that person completes", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const server = await startServer({ command: "serve" });
  try {
    const setup = /http:\/\/\S+\/setup\/\S+/.exec(server.output())?.[0] ?? "";
    expect(setup).not.toBe("");
    const admin = await browser.newPage({ baseURL: server.url });
    await admin.goto(setup);
    await admin.getByLabel("Name").fill("Ada Admin");
    await admin.getByLabel("E-mail").fill("ada@example.test");
    await admin.getByLabel("Password", { exact: true }).fill("the kettle sings at six");
    await admin.getByLabel(/again/i).fill("the kettle sings at six");
    await admin.getByRole("button").last().click();
    await admin.goto("/admin");
    await expectAccessible(admin);
    const database = openDatabase(server.databaseUrl);
    expect(await database.person.count()).toBe(1);
    await database.$disconnect();
  } finally {
    await server.stop();
    server.remove();
  }
});

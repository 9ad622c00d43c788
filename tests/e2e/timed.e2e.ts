import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { openDatabase, type Database } from "~/server/db.server";
import { anotherBrowser, demo, expect, expectAccessible, signIn, test } from "tests/e2e/fixtures";
import { begin, choices, expectMoment } from "tests/e2e/playing";
import { withoutTriggers } from "tests/setup/database";
import { startServer, type RunningServer } from "tests/setup/server";

// The server is the file's own, with a role-play of its own: that of the worker need not start.
test.use({ baseURL: undefined });

let own: string;
let server: RunningServer;
let database: Database;
test.beforeAll(async () => {
  own = mkdtempSync(join(tmpdir(), "rapport-own-content-"));
  cpSync("tests/content/samples/timed.mdx", join(own, "scenarios/the-last-tram/index.mdx"));
  mkdirSync(join(own, "scenarios/two-clocks"));
  writeFileSync(join(own, "scenarios/two-clocks/index.mdx"), twoInARow());
  server = await startServer({ env: { CONTENT_DIR: own } });
  database = openDatabase(server.databaseUrl);
});
test.afterAll(async () => {
  await database.$disconnect();
  await server.stop();
  server.remove();
  rmSync(own, { recursive: true, force: true });
});

/** The same role-play with a second timed moment right after the first. */
function twoInARow(): string {
  const text = readFileSync("tests/content/samples/timed.mdx", "utf8");
  const [first, second] = text.split('<Scene id="doors">');
  const silence = `<Silence after="40" to="gone" misses="listening">
    The doors are faster than you are.
    <Consequence by="tomas" mood="angry">He is left outside.</Consequence>
    <Feedback>He waited for your answer.</Feedback>
  </Silence>
</Scene>`;
  return `${first ?? ""}<Scene id="doors">${(second ?? "").replace("</Scene>", silence)}`;
}

/** As if these seconds had gone by for the server since the log was written. */
async function letPass(attemptId: string, seconds: number): Promise<void> {
  await withoutTriggers(database);
  for (const { seq, at } of await database.attemptEvent.findMany({ where: { attemptId } })) {
    await database.attemptEvent.update({
      where: { attemptId_seq: { attemptId, seq } },
      data: { at: new Date(at.getTime() - seconds * 1000) },
    });
  }
}

const secondsOn = async (page: Page) =>
  Number.parseInt(await page.getByRole("timer").innerText(), 10);

async function start(page: Page, time: string, slug = "the-last-tram"): Promise<string> {
  await page.goto(`/scenarios/${slug}`);
  await page.getByRole("radio", { name: time }).check();
  await page.getByRole("button", { name: "Start practising" }).click();
  await expectMoment(page, 1);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** To the end, so that the next run is one to start and not to go on with. */
async function finish(page: Page): Promise<void> {
  await choices(page).first().click();
  await expect(page.getByRole("heading", { name: "On the last tram" })).toBeVisible();
}

test("a moment passes when its clock runs out, and no reload or fallen server changes the time", async ({
  browser,
}) => {
  const page = await anotherBrowser(browser, server.url);
  await page.clock.install();
  await signIn(page, demo("learner"));
  await page.goto("/scenarios/the-last-tram");
  await expect(page.getByRole("radio", { name: "With the clock" })).toBeChecked();
  await expectAccessible(page);
  const attemptId = await start(page, "With the clock");
  expect(await secondsOn(page)).toBeGreaterThan(50);
  await expect(page.getByRole("button", { name: "Let the moment pass" })).toBeHidden();
  await expectAccessible(page);

  await letPass(attemptId, 30);
  server.process.kill("SIGKILL");
  await once(server.process, "exit");
  const { folder, port } = server;
  server = await startServer({ folder, port, env: { CONTENT_DIR: own } });
  await page.reload();
  await expect(page.getByRole("timer")).toBeVisible();
  expect(await secondsOn(page)).toBeLessThan(31);

  await letPass(attemptId, 30);
  await page.clock.fastForward((await secondsOn(page)) * 1000);
  await expectMoment(page, 2);
  await expect(page.getByText("You look at him and say nothing.")).toBeVisible();
  await expect(page.getByText("Hello?")).toBeVisible();
  await expect(page.getByRole("timer")).toBeHidden();
  await choices(page).filter({ hasText: "your wife by her name" }).click();
  await expect(page.getByRole("heading", { name: "On the last tram" })).toBeVisible();
  await expect(page.getByText("With the clock")).toBeVisible();
  await page.goto("/me");
  await expect(page.getByText("With the clock").first()).toBeVisible();
  await page.context().close();
});

test("the second of two timed moments in a row has a clock of its own", async ({ browser }) => {
  const page = await anotherBrowser(browser, server.url);
  await page.clock.install();
  await signIn(page, demo("learner"));
  const attemptId = await start(page, "With the clock", "two-clocks");
  await page.clock.fastForward(35_000);
  await expect.poll(() => secondsOn(page)).toBeLessThan(30);
  await choices(page).filter({ hasText: "To the hospital" }).click();
  await expectMoment(page, 2);
  const now = () => page.evaluate(() => performance.now() / 1000);
  const shown = await now();
  await page.clock.fastForward(10_000);
  await expect.poll(() => secondsOn(page)).toBeLessThan(31);
  // The first clock had 25 seconds left, however slow this machine is.
  expect((await secondsOn(page)) + (await now()) - shown).toBeGreaterThan(32);
  expect(await secondsOn(page)).toBeLessThanOrEqual(40);
  await letPass(attemptId, 40);
  await page.clock.fastForward((await secondsOn(page)) * 1000);
  await expect(page.getByText("He is left outside.").first()).toBeVisible();
  await page.context().close();
});

test("time that ran out while nobody looked is left to the learner", async ({ browser }) => {
  const page = await anotherBrowser(browser, server.url);
  await signIn(page, demo("learner"));
  const attemptId = await start(page, "With ten times as long");
  await expect(page.getByRole("timer")).toContainText(/9:5\d minutes|10:00 minutes/);
  await letPass(attemptId, 700);
  await page.reload();
  await expect(page.getByText("Time is up. You can answer.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Let the moment pass" })).toBeVisible();
  await expectAccessible(page);
  await choices(page).filter({ hasText: "To the hospital" }).click();
  await expectMoment(page, 2);
  await expect(page.getByText("Four. Thank you.")).toBeVisible();
  await finish(page);
  await page.context().close();
});

test("without JavaScript: a button lets the moment pass, once its time has come", async ({
  browser,
}) => {
  const page = await browser.newPage({ baseURL: server.url, javaScriptEnabled: false });
  await signIn(page, demo("learner"));
  const timed = await start(page, "With the clock");
  const pass = page.getByRole("button", { name: "Let the moment pass" });
  await pass.click();
  await expect(page.getByText(/The moment has not passed yet: you have \d+ seconds/)).toBeVisible();
  await letPass(timed, 60);
  await pass.click();
  await expectMoment(page, 2);
  await expect(page.getByText("Hello?")).toBeVisible();
  await finish(page);

  await start(page, "Without a clock");
  await expect(page.getByRole("timer")).toBeHidden();
  await pass.click();
  await expectMoment(page, 2);
  await finish(page);
  expect(await begin(page, "the-last-tram", "Start practising")).not.toBe(timed);
  await page.context().close();
});

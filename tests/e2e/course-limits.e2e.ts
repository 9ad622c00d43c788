/** A course that allows two official runs with a day between them, and lasts for a year. */
import type { Page } from "@playwright/test";
import type { Database } from "~/server/db.server";
import { demo, expect, expectAccessible, signIn } from "tests/e2e/fixtures";
import { save, testWithContent } from "tests/e2e/own-content";

const slug = "blue-kettle";
const course = (official: string) => `title: The returns desk
summary: What you say while somebody puts a broken thing on your counter.
order: 70
behaviours: [listening]
official: ${official}
validFor: 12 months
`;

const lesson = `---
title: Take it in
summary: What to say while somebody puts a broken thing on your counter.
minutes: 4
behaviours: [listening]
---

Look at them first, then at the thing.

<RuleCode behaviour="listening" when="somebody brings a broken thing" then="say back what it did" />

<Check id="first">
  “It blew the fuse, we sat in the dark.” What comes first?
  <Option correct>You sat in the dark.<Feedback>You took it in.</Feedback></Option>
  <Option>When did you buy it?<Feedback>That comes second.</Feedback></Option>
</Check>

<Goal>This week, when somebody brings a broken thing, I will …</Goal>

<RolePlay scenario="${slug}" />
`;

const scenario = `---
title: The blue kettle
summary: A kettle that leaks, and a man with wet sleeves.
minutes: 3
channel: desk
setting: The returns desk of a household shop
role: You work at the desk
behaviours: [listening]
pass: { mark: 0.5, requires: [listening] }
---

A man puts a blue kettle on your counter. It drips.

<Cast id="imre" name="Imre Balog" role="with wet sleeves" />

<Scene id="counter">
  <Line by="imre" mood="upset">I have wiped the floor three times.</Line>
  <Choice to="dry" shows="listening">
    Three times. Put it in this tray, then nothing else gets wet.
    <Consequence by="imre" mood="relieved">Thank you.</Consequence>
    <Feedback>You heard what it cost him.</Feedback>
  </Choice>
  <Choice to="wet" misses="listening">
    I can see it. Have you got the receipt for it?
    <Consequence by="imre" mood="angry">You want a paper.</Consequence>
    <Feedback>He came second.</Feedback>
  </Choice>
</Scene>

<Ending id="dry" outcome="passed" title="A dry kettle">
  <Felt>Somebody saw my sleeves.</Felt>
  <Tonight>They swapped it.</Tonight>
</Ending>

<Ending id="wet" outcome="failed" title="Home with it">
  <Felt>Sent away.</Felt>
  <Tonight>I could have stayed at home.</Tonight>
</Ending>
`;

const courseFile = "courses/returns-desk/course.yml";
const test = testWithContent("on-save", {
  [`scenarios/${slug}/index.mdx`]: scenario,
  "courses/returns-desk/01-take-it-in/index.mdx": lesson,
  [courseFile]: course("{ attempts: 2, pause: 1 day }"),
});

const startButton = (page: Page) => page.getByRole("button", { name: "Start the official run" });

/** From the briefing to an ending: the one that passes, or the one that does not. */
async function run(page: Page, answer: RegExp, ending: string): Promise<void> {
  await page.goto(`/scenarios/${slug}`);
  await startButton(page).click();
  await page.getByRole("button", { name: answer }).click();
  await expect(page.getByRole("heading", { name: ending, level: 1 })).toBeVisible();
}
const fail = (page: Page) => run(page, /receipt/, "Home with it");
const pass = (page: Page) => run(page, /Three times/, "A dry kettle");

/** As if all official runs of somebody had ended a day earlier than they did. */
async function aDayPasses(database: Database, personId: string): Promise<void> {
  const rows = await database.attempt.findMany({ where: { personId, endedAt: { not: null } } });
  for (const { id, endedAt } of rows) {
    const earlier = new Date((endedAt ?? new Date()).getTime() - 86_400_000);
    await database.attempt.update({ where: { id }, data: { endedAt: earlier } });
  }
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with script" : "without script";

  test(`${how}: a pause is kept, the runs are spent, and a manager gives one more that counts`, async ({
    browser,
    server,
    database,
    aPerson,
  }) => {
    const manager = await database.person.findUniqueOrThrow({
      where: { email: demo("manager").email },
    });
    const learner = await aPerson({ managerId: manager.id });
    const browserOf = async () =>
      (await browser.newContext({ javaScriptEnabled, baseURL: server.url })).newPage();
    const page = await browserOf();
    await signIn(page, learner);
    await page.goto(`/scenarios/${slug}`);
    await expect(page.getByText("You have two official runs.")).toBeVisible();
    const oldTab = await page.context().newPage();
    await oldTab.goto(`/scenarios/${slug}`);

    await fail(page);
    await expect(
      page.getByText(/one of your two official runs left\. .*opens tomorrow at/),
    ).toBeVisible();
    await startButton(oldTab).click();
    await expect(oldTab.getByRole("alert")).toContainText("No run has begun");
    await expect(oldTab.getByRole("alert")).toContainText("opens tomorrow at");

    await aDayPasses(database, learner.id);
    await oldTab.goto(`/scenarios/${slug}`);
    await fail(page);
    await expect(page.getByText("You have no official run left. Your manager")).toBeVisible();
    await startButton(oldTab).click();
    await expect(oldTab.getByRole("alert")).toContainText("You have no official run left.");
    expect(await database.attempt.count({ where: { personId: learner.id } })).toBe(2);
    if (javaScriptEnabled) await expectAccessible(oldTab);

    const desk = await browserOf();
    await signIn(desk, demo("manager"));
    await desk.goto("/team");
    const card = desk.getByRole("listitem").filter({ hasText: learner.name });
    await expect(card.first()).toContainText("No official run of “The blue kettle” is left");
    const runsLeft = `Official runs left for ${learner.name}`;
    await card.getByRole("link", { name: runsLeft }).click();
    await expect(desk.getByRole("heading", { level: 1, name: runsLeft })).toBeVisible();
    await desk.getByLabel("Why").fill("The fire alarm went off in the middle");
    await desk.getByRole("button", { name: "Give one more run" }).click();
    await expect(desk.getByText("One more run is given")).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(desk);
    const told = await database.auditEntry.findFirstOrThrow({
      where: { action: "attempt.granted", detail: { contains: learner.id } },
    });
    expect(told).toMatchObject({ actorId: manager.id, subject: `scenario:${slug}` });

    await aDayPasses(database, learner.id);
    await page.goto(`/scenarios/${slug}`);
    await expect(page.getByText("One of them was given to you by your manager.")).toBeVisible();
    await pass(page);
    await expect(
      page.getByText("the role-play is complete and stands on your record"),
    ).toBeVisible();
    await page.context().close();
    await desk.context().close();
  });
}

test("what lapsed is asked for again on every page, a tighter rule takes nothing away, and the old record stays", async ({
  page,
  browser,
  server,
  contentDir,
  database,
  aPerson,
}) => {
  const manager = await database.person.findUniqueOrThrow({
    where: { email: demo("manager").email },
  });
  const person = await aPerson({ managerId: manager.id });
  const long = new Date(Date.now() - 400 * 86_400_000);
  const record = { personId: person.id, timeZone: "UTC", evidence: "[]", revisionHash: "r" };
  const things = [
    { kind: "lesson", slug: "returns-desk/take-it-in", title: "Take it in" },
    { kind: "scenario", slug, title: "The blue kettle" },
    { kind: "course", slug: "returns-desk", title: "The returns desk", validUntil: "2026-01-01" },
  ];
  for (const thing of things) {
    const requirement = `${person.id}:${thing.kind}:${thing.slug}:1`;
    await database.completion.create({
      data: {
        ...{ ...record, ...thing, requirement, completedAt: long },
        ...{ rule: `${thing.kind}.every-step@1`, because: "Complete because it was done." },
      },
    });
  }
  await signIn(page, person);
  for (const address of ["/", "/courses/returns-desk", "/courses/returns-desk/take-it-in"]) {
    await page.goto(address);
    await expect(page.getByText("“The returns desk” is to be renewed")).toBeVisible();
    await expect(
      page.getByText(/lasted until 1 Jan( 2026)?,? and stays on your record/),
    ).toBeVisible();
  }
  await expectAccessible(page);

  // Everything is done once more, and a stricter rule comes after it.
  await page.getByRole("radio", { name: "You sat in the dark." }).check();
  await page.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(page.getByText("You took it in.")).toBeVisible();
  await page.getByLabel("This week, when").fill("somebody brings a broken thing");
  await page.getByLabel("I will").fill("say back what it did");
  await page.getByRole("button", { name: "Save my goal" }).click();
  await expect(page.getByText("Change it")).toBeVisible();
  await pass(page);
  save(contentDir, courseFile, course("{ attempts: 1, counts: last }"));
  const key = { kind_slug: { kind: "course", slug: "returns-desk" } };
  const inUse = async () => {
    const of = { where: key, include: { revision: true } };
    return (await database.publication.findUniqueOrThrow(of)).revision.source;
  };
  await expect.poll(inUse).toContain("attempts: 1");

  await page.goto("/courses/returns-desk");
  await expect(page.getByText("This course is complete")).toBeVisible();
  await expect(page.getByText(/It lasts until \d+ \w+ \d{4}/)).toBeVisible();
  await page.goto("/me");
  const completed = page.getByRole("region", { name: "Completed" });
  await expect(completed.getByRole("heading", { name: "The returns desk" })).toBeVisible();
  await completed.getByText("1 earlier record: The returns desk").click();
  await expect(completed.getByText(/^Was good until 1 Jan/)).toBeVisible();

  const desk = await (await browser.newContext({ baseURL: server.url })).newPage();
  await signIn(desk, demo("manager"));
  await desk.goto(`/team/${person.id}`);
  await desk.getByText("1 earlier record: The returns desk").click();
  await expect(desk.getByText(/^Was good until 1 Jan/)).toBeVisible();
  await expectAccessible(desk);
  await desk.context().close();
});

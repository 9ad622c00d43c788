/** Words as long as German makes them, in everything that an author names: no page gets wider than a phone. */
import type { Page } from "@playwright/test";
import { expect, signIn } from "tests/e2e/fixtures";
import { playOfficialRun } from "tests/e2e/learning";
import { testWithContent } from "tests/e2e/own-content";
import { begin, choices, expectMoment } from "tests/e2e/playing";

const companies = "Rechtsschutzversicherungsgesellschaften";
const papers = "Kraftfahrzeughaftpflichtversicherungsbescheinigungen";
const decree = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung";

const lesson = `---
title: ${companies} verstehen
summary: Was man sagt, wenn ${papers} fehlen.
minutes: 4
behaviours: [listening]
---

Zuerst der Mensch, dann die ${decree}.

<RuleCode behaviour="listening" when="jemand die ${decree} bringt" then="hören Sie zu" />

<Check id="zuerst">
  ${decree}: Was kommt zuerst?
  <Option correct>${decree}.<Feedback>${papers}, ja.</Feedback></Option>
  <Option>${papers}.<Feedback>${decree}.</Feedback></Option>
</Check>

<Goal>Diese Woche, wenn die ${decree} kommt, werde ich …</Goal>

<RolePlay scenario="rueckruf" />
`;

const scenario = `---
title: ${companies} rufen zurück
summary: Eine Kundin wartet auf ihre ${papers}.
minutes: 3
channel: desk
setting: Beschwerdestelle der ${decree}
role: Sachbearbeitung der ${decree}
behaviours: [listening]
pass: { mark: 0.5, requires: [listening] }
---

Auf dem Tisch liegt die ${decree}.

<Cast id="anna" name="Anna Donaudampfschifffahrtsgesellschaftskapitän" role="${decree}" />

<Scene id="counter">
  <Line>${decree} liegt auf dem Tisch.</Line>
  <Line by="anna" mood="upset">Ich warte auf die ${papers}.</Line>
  <Choice to="again" shows="listening">
    ${decree} also.
    <Consequence by="anna" mood="relieved">${papers}!</Consequence>
    <Feedback>Sie haben die ${decree} gehört.</Feedback>
  </Choice>
  <Choice to="gone" misses="listening">
    ${papers} haben wir nicht.
    <Consequence by="anna" mood="angry">${papers}!</Consequence>
    <Feedback>Die ${decree} kam zu kurz.</Feedback>
  </Choice>
</Scene>

<Scene id="again">
  <Line by="anna" mood="hopeful">Und die ${decree}?</Line>
  <Choice to="heard" shows="listening">
    Die ${decree} bis Freitag.
    <Consequence by="anna" mood="relieved">Danke.</Consequence>
  </Choice>
  <Choice to="gone" misses="listening">
    Erst die ${papers}.
    <Consequence by="anna" mood="angry">Nein.</Consequence>
  </Choice>
</Scene>

<Ending id="heard" outcome="passed" title="${companies} zufrieden">
  <Felt>${decree} verstanden.</Felt>
  <Tonight>${papers} bekommen!</Tonight>
</Ending>

<Ending id="gone" outcome="failed" title="${decree} fehlt">
  <Felt>${decree}.</Felt>
  <Tonight>${papers}!</Tonight>
</Ending>
`;

const test = testWithContent("on-save", {
  "scenarios/rueckruf/index.mdx": scenario,
  "courses/rechtsschutz/01-zuhoeren/index.mdx": lesson,
  "courses/rechtsschutz/course.yml": `title: ${companies}
summary: Was man sagt, wenn ${papers} fehlen.
order: 70
behaviours: [listening]
`,
  "paths/einarbeitung.yml": `title: Einarbeitung in die ${companies}
summary: Ein Schritt.
steps:
  - { lesson: rechtsschutz/zuhoeren, dueAfterDays: 1 }
`,
});

const phone = 320;

async function expectNarrow(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect({ page: page.url(), width }).toEqual({ page: page.url(), width: phone });
}

test("words as long as German makes them widen no page of a learner's beyond the phone", async ({
  page,
  database,
  aPerson,
}) => {
  await page.setViewportSize({ width: phone, height: 700 });
  const manager = await aPerson({ roles: ["manager"] });
  await database.person.update({ where: { id: manager.id }, data: { name: `Eva ${decree}` } });
  const person = await aPerson({ managerId: manager.id });
  const to = { personId: person.id };
  await database.assignment.updateMany({ where: to, data: { pathSlug: "einarbeitung" } });
  await signIn(page, person);
  const addresses = ["/", "/courses", "/courses/rechtsschutz", "/scenarios", "/scenarios/rueckruf"];
  for (const address of addresses) {
    await page.goto(address);
    await expectNarrow(page);
  }

  await page.goto("/courses/rechtsschutz/zuhoeren");
  await expectNarrow(page);
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(page.getByText(`${papers}, ja.`)).toBeVisible();
  await page.getByLabel("This week, when").fill(decree);
  await page.getByLabel("I will").fill(papers);
  await page.getByRole("button", { name: "Save my goal" }).click();
  await expect(page.getByText("On your record")).toBeVisible();
  await expectNarrow(page);

  await begin(page, "rueckruf", "Start practising");
  await expectNarrow(page);
  await choices(page).first().click();
  await expectMoment(page, 2);
  await expectNarrow(page);
  await choices(page).last().click();
  await expect(page.getByRole("heading", { level: 1, name: decree })).toBeVisible();
  await expectNarrow(page);

  await page.goto("/scenarios/rueckruf");
  await playOfficialRun(page, database);
  await expect(page.getByText("stands on your record")).toBeVisible();
  await expectNarrow(page);
  await page.getByRole("link", { name: "See the replay" }).click();
  await expect(page.getByRole("button", { name: `Share with Eva ${decree}` })).toBeVisible();
  await expectNarrow(page);
  await page.getByRole("link", { name: "Begin at the first moment" }).click();
  await expect(page).toHaveURL(/\/replay\/1$/);
  await expectNarrow(page);
  for (const address of ["/", "/me", "/me/data", "/courses/rechtsschutz"]) {
    await page.goto(address);
    await expectNarrow(page);
  }
});

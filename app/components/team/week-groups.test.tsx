import { expect, test } from "vitest";
import type { Member } from "~/components/team/week-card";
import { WeekGroups } from "~/components/team/week-groups";
import { weekLead } from "~/components/team/week-lead";
import { pageHtml } from "tests/setup/page-html";

function member(id: string, dueInDays: number, lastStep: string | null): Member {
  const week = { state: "under-way" } as const;
  const next = { title: "Hear first", dueInDays };
  const place = {
    team: null,
    complete: false,
    renewals: [],
    startDate: "2026-11-02",
    today: "2026-11-20",
    done: 0,
    steps: 4,
  };
  return { id, name: id, week, next, lastStep, ...place };
}

const ana = member("Ana", -2, null);
const ben = member("Ben", 3, null);
const cem = member("Cem", 3, "2026-11-03");
const dov: Member = { ...cem, id: "Dov", name: "Dov", week: { state: "stuck", reasons: [] } };

async function headingOf(one: Member): Promise<string> {
  const page = await pageHtml(<WeekGroups members={[one]} />);
  return /<h2[^>]*>([^<]*)</.exec(page)?.[1] ?? "";
}

test("somebody stands under a heading that is true of them", async () => {
  expect(await Promise.all([ana, ben, cem].map(headingOf))).toEqual([
    "A little late",
    "Not started yet",
    "On their way",
  ]);
});

test("the year is left out of a day of this year", async () => {
  const week = { state: "not-started", startsInDays: 11 } as const;
  const soon = { ...ben, week, startDate: "2026-12-01" };
  expect(await pageHtml(<WeekGroups members={[soon]} />)).toContain(">1 Dec<");
  const later = { ...soon, startDate: "2027-01-04" };
  expect(await pageHtml(<WeekGroups members={[later]} />)).toContain(">4 Jan 2027<");
});

test("the sentence above says of the rest who is late", () => {
  expect(weekLead([dov, ana, cem])).toBe(
    "1 of 3 people could use you this week. The rest are not stuck; one is a little late.",
  );
  expect(weekLead([dov, cem])).toBe(
    "1 of 2 people could use you this week. The rest are not stuck.",
  );
  expect(weekLead([ana, ben])).toBe(
    "2 people, and nobody is stuck. One is a little late. A thank-you costs a minute too.",
  );
});

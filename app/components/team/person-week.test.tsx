import { expect, test } from "vitest";
import { PersonWeek } from "~/components/team/person-week";
import type { Member } from "~/components/team/week-card";
import type { Week } from "~/core/course/stuck";
import { pageHtml } from "tests/setup/page-html";

function html(week: Week): Promise<string> {
  const member: Member = {
    ...{ id: "1", name: "Ana", team: "Front desk", week, done: 1, steps: 4 },
    ...{ complete: false, renewals: [], startDate: "2026-11-02", today: "2026-11-20" },
    next: { title: "Hear first", dueInDays: -5 },
    lastStep: "2026-11-03",
  };
  return pageHtml(<PersonWeek member={member} />);
}

test("a late next step is told once: in what holds somebody up, or beside how far they are", async () => {
  const told = { sentence: "It is late.", try: "Ask." };
  const overdue = { kind: "overdue", ...told } as const;
  expect(await html({ state: "stuck", reasons: [overdue] })).not.toContain("Next: Hear first");
  const quiet = { kind: "quiet", ...told } as const;
  expect(await html({ state: "stuck", reasons: [quiet] })).toContain("Next: Hear first");
  expect(await html({ state: "under-way" })).toContain("Next: Hear first");
});

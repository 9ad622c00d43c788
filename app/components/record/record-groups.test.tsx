import { expect, test } from "vitest";
import { RecordGroups } from "~/components/record/record-groups";
import { groupRecords } from "~/core/completion/grouped";
import { byHandRule, type CompletionKind } from "~/core/completion/rule";
import { pageHtml } from "tests/setup/page-html";

async function wayBack(
  kind: CompletionKind,
  rule: string,
  outcome = "completed",
): Promise<string | undefined> {
  const completion = {
    ...{ id: "one", kind, slug: "care/hear-first", title: "Hear first", outcome },
    ...{ because: "Complete because it was.", validUntil: null, attemptId: null, rule },
    ...{ completedAt: "2026-11-21T09:00:00.000Z", timeZone: "UTC" },
  };
  const page = await pageHtml(
    <RecordGroups groups={groupRecords([completion], [])} today="2026-11-22" own />,
  );
  return /<a [^>]*href="([^"]*)"[^>]*>([^<]*)/.exec(page)?.slice(1).join(" ");
}

test("a record leads to the answers it rests on, and one made by hand promises none", async () => {
  expect(await wayBack("lesson", "lesson@1")).toBe("/courses/care/hear-first See my answers");
  expect(await wayBack("lesson", byHandRule)).toBe("/courses/care/hear-first Open the lesson");
  expect(await wayBack("scenario", byHandRule)).toMatch(/^\/scenarios\/.* Open the role-play$/);
});

test("a lesson's record that stands no longer promises no answers, and leads to the lesson once", async () => {
  const lesson = "/courses/care/hear-first Open the lesson";
  expect(await wayBack("lesson", "correction@1", "withdrawn")).toBe(lesson);
  expect(await wayBack("lesson", "lesson@1", "corrected")).toBeUndefined();
});

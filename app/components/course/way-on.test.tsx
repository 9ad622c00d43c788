import { expect, test } from "vitest";
import { WayOn, type WayOnProps } from "~/components/course/way-on";
import { pageHtml } from "tests/setup/page-html";

const step = {
  kind: "scenario",
  slug: "parcel",
  title: "The parcel",
  summary: "",
  minutes: 6,
  done: false,
  next: true,
  person: null,
  available: true,
} as const;
const course = { slug: "care", title: "Care", complete: false, next: null };

async function words(props: WayOnProps): Promise<string> {
  const page = await pageHtml(<WayOn {...props} />);
  return page.replace(/<!-- -->/g, "").replace(/<[^>]*>/g, "");
}

test("a completed course is told, with the way to it", async () => {
  const page = await pageHtml(<WayOn next={null} course={{ ...course, complete: true }} />);
  expect(page).toContain('href="/courses/care"');
  expect(await words({ next: null, course: { ...course, complete: true } })).toBe(
    "The course Care is complete too.",
  );
});

test("where the path leads elsewhere, the course's own next step is offered beside it", async () => {
  const path = { ...step, title: "Why we serve", minutes: 1 };
  expect(await words({ next: path, course: { ...course, next: step } })).toBe(
    "Your next step: Why we serve, 1 minute.Or go on in Care: The parcel.",
  );
});

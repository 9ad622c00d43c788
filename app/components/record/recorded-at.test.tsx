import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RecordedAt } from "./recorded-at";

function words(rule: string): string {
  const record = { completedAt: "2026-11-19T23:00:00.000Z", timeZone: "Europe/Berlin", rule };
  return renderToStaticMarkup(<RecordedAt record={record} />).replace(/<[^>]*>/g, "");
}

test("what was recorded by hand has a day and no hour that nobody gave", () => {
  expect(words("by-hand@1")).toBe("20 Nov 2026");
  expect(words("scenario.official-pass@1")).toBe("20 Nov 2026, 00:00");
});

import { expect, test } from "vitest";
import { prose } from "tests/factories/scenario";
import { pageHtml } from "tests/setup/page-html";
import { ReplayMoments } from "./replay-moments";

const words = (said: string) =>
  pageHtml(
    <ReplayMoments
      attemptId="a"
      moments={[{ number: 1, said: prose(said), left: false }]}
      current={null}
    />,
  );

test("the way to a moment ends between two words of a long answer", async () => {
  const html = await words(`${"Twelve words ".repeat(4)}and more than there is room for.`);
  expect(html).toContain(`${"Twelve words ".repeat(4)}and more …`);
});

test("an answer without a space is cut where there is no more room, and not at its end", async () => {
  const html = await words("Donaudampfschiff".repeat(5));
  expect(html).toContain(`${"Donaudampfschiff".repeat(5).slice(0, 60)}…`);
  expect(html).not.toContain("Donaudampfschiff".repeat(4));
});

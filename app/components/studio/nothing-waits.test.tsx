import { expect, test } from "vitest";
import { NothingWaits } from "~/components/studio/nothing-waits";
import { pageHtml } from "tests/setup/page-html";

function html(broken: number): Promise<string> {
  return pageHtml(<NothingWaits broken={broken} />);
}

test("what is on disk is said to be in use only where all of it is", async () => {
  expect(await html(0)).toContain("What learners meet is what is on disk.");
  expect(await html(2)).toMatch(
    /<a[^>]*href="\/studio"[^>]*>2 files have errors and wait to be mended</,
  );
  expect(await html(1)).toContain("One file has errors and waits to be mended");
});

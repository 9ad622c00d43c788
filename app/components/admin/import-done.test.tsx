import { expect, test } from "vitest";
import { pageHtml } from "tests/setup/page-html";
import { ImportDone } from "./import-done";

const html = (mailed: "sent" | "kept" | "no") =>
  pageHtml(<ImportDone added={2} mailed={mailed} trail={[]} />);

test("nobody is told that a mail was sent where there is no mail server", async () => {
  expect(await html("kept")).toContain("No mail server is set up");
  expect(await html("kept")).not.toContain("is being mailed");
});

test("whoever's mail could not be sent is a link away", async () => {
  expect(await html("sent")).toMatch(/href="\/admin\/people\/addresses"[^>]*>One-time addresses/);
});

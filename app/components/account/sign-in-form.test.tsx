import { expect, test } from "vitest";
import { SignInForm } from "~/components/account/sign-in-form";
import { pageHtml } from "tests/setup/page-html";

function html(sent: "kept" | "lost" | null): Promise<string> {
  return pageHtml(<SignInForm returning waiting={false} sent={sent} lastResult={undefined} />);
}

test("whoever followed a link reads that it leads on", async () => {
  expect(await html(null)).toContain("you are back where you were");
});

test("a form that is kept is promised, and one that is not is owned up to", async () => {
  expect(await html("kept")).toContain("what you just sent is there again");
  expect(await html("kept")).not.toContain("was not saved");
  expect(await html("lost")).toContain("What you just sent was not saved");
  expect(await html("lost")).not.toContain("there again");
});

import type { SubmissionResult } from "@conform-to/react";
import { expect, test } from "vitest";
import { PersonForm } from "~/components/admin/person-form";
import { pageHtml } from "tests/setup/page-html";

function html(lastResult: SubmissionResult | undefined): Promise<string> {
  return pageHtml(
    <PersonForm values={{}} lastResult={lastResult} teams={[]} timeZones={[]} submit="Save" />,
  );
}

test("a long form that came back says at its top what to mend, and leads to each field", async () => {
  const page = await html({
    status: "error",
    error: { email: ["Somebody has this e-mail address already."], startDate: ["Enter a date"] },
  });
  expect(page).toContain("2 things to mend");
  expect(page).toMatch(/href="#person-email"[^>]*>Somebody has this e-mail address already\./);
  expect(page).toMatch(/<input[^>]*id="person-startDate"/);
});

test("everything that is to be mended is a place on the page that can be led to", async () => {
  const names = ["name", "email", "startDate", "timeZone", "team", "managerEmail", "roles"];
  const error = Object.fromEntries(names.map((name) => [name, [`What is wrong with ${name}.`]]));
  const page = await html({ status: "error", error });
  const targets = [...page.matchAll(/href="#(person-[^"]+)"/g)].map(([, id = ""]) => id);
  expect(targets).toHaveLength(names.length);
  expect(targets.filter((id) => !page.includes(`id="${id}"`))).toEqual([]);
  expect(page).toMatch(/<fieldset[^>]*id="person-roles"[^>]*tabindex="-1"/i);
});

test("a form that nobody sent yet says nothing of the kind", async () => {
  expect(await html(undefined)).not.toContain("to mend");
});

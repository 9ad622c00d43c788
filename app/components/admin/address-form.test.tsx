import { expect, test } from "vitest";
import { AddressForm } from "~/components/admin/address-form";
import { pageHtml } from "tests/setup/page-html";

const ana = {
  id: "1",
  name: "Ana",
  email: "ana@example.test",
  team: "Front desk",
  openUntil: null,
};
const ben = { id: "2", name: "Ben", email: "ben@example.test", team: null };
const people = [ana, { ...ben, openUntil: "2026-12-06T10:00:00.000Z" }];

function html(problem?: string): Promise<string> {
  const answer = problem === undefined ? undefined : { problem };
  return pageHtml(
    <AddressForm people={people} more={false} answer={answer} timeZone="Europe/Lisbon" />,
  );
}

test("whoever has no address is ticked, and whoever has one keeps it", async () => {
  const page = await html();
  expect(page).toMatch(/<input[^>]*value="1"[^>]*checked=""|<input[^>]*checked=""[^>]*value="1"/);
  expect(page.match(/checked=""/g)).toHaveLength(1);
  expect(page).toContain("which a newer one ends");
});

test("a problem is told where there is one, and only there", async () => {
  expect(await html()).not.toContain("No address was made");
  expect(await html("Tick at least one.")).toContain("No address was made");
});

import { expect, test } from "vitest";
import { AuditEntries } from "~/components/admin/audit-entries";
import type { AuditEntry } from "~/core/audit/audit-entry";
import { pageHtml } from "tests/setup/page-html";

const erasure: AuditEntry = {
  ...{ id: "1", at: "2026-11-02T10:00:00.000Z", action: "person.erased" },
  ...{ actorId: null, actor: null, address: null, told: [] },
  ...{ subject: "person:p", personId: "p", person: "Erased person e71dbc", thing: null },
};

async function text(entry: AuditEntry): Promise<string> {
  const page = await pageHtml(<AuditEntries entries={[entry]} timeZone="UTC" />);
  return page.replace(/<[^>]+>/g, "");
}

test("an erasure says once that somebody was erased, and any other entry the whole name", async () => {
  expect(await text(erasure)).toContain("A command on the server erased the person e71dbc");
  expect(await text({ ...erasure, action: "password.set" })).toContain(
    "set a password: Erased person e71dbc",
  );
});

test("what was published is told by its kind and title, and by its file where neither is known any more", async () => {
  const published = { ...erasure, action: "content.published", subject: "scenario:late-parcel" };
  const entry = { ...published, personId: null, person: null };
  expect(await text({ ...entry, thing: "the role-play “The late parcel”" })).toContain(
    "published: the role-play “The late parcel”",
  );
  expect(await text(entry)).toContain("published: role-play late-parcel");
  const given = { ...erasure, action: "attempt.granted", person: "Sam Okafor" };
  expect(await text({ ...given, thing: "the role-play “The late parcel”" })).toContain(
    "gave one more official run: Sam Okafor (the role-play “The late parcel”)",
  );
});

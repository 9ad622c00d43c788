import { expect, test } from "vitest";
import { AuditEntries } from "~/components/admin/audit-entries";
import type { AuditEntry } from "~/core/audit/audit-entry";
import { pageHtml } from "tests/setup/page-html";

const erasure: AuditEntry = {
  ...{ id: "1", at: "2026-11-02T10:00:00.000Z", action: "person.erased" },
  ...{ actorId: null, actor: null, address: null, told: [] },
  ...{ subject: "person:p", personId: "p", person: "Erased person e71dbc" },
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

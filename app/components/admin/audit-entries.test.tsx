import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { expect, test } from "vitest";
import { AuditEntries } from "~/components/admin/audit-entries";
import type { AuditEntry } from "~/core/audit/audit-entry";

const erasure: AuditEntry = {
  ...{ id: "1", at: "2026-11-02T10:00:00.000Z", action: "person.erased" },
  ...{ actorId: null, actor: null, address: null, told: [] },
  ...{ subject: "person:p", personId: "p", person: "Erased person e71dbc" },
};

function text(entry: AuditEntry): string {
  const element = <AuditEntries entries={[entry]} timeZone="UTC" />;
  const router = createMemoryRouter([{ path: "/", element }]);
  return renderToStaticMarkup(<RouterProvider router={router} />).replace(/<[^>]+>/g, "");
}

test("an erasure says once that somebody was erased, and any other entry the whole name", () => {
  expect(text(erasure)).toContain("A command on the server erased the person e71dbc");
  expect(text({ ...erasure, action: "password.set" })).toContain(
    "set a password: Erased person e71dbc",
  );
});

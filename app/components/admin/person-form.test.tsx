import type { SubmissionResult } from "@conform-to/react";
import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { expect, test } from "vitest";
import { PersonForm } from "~/components/admin/person-form";

function html(lastResult: SubmissionResult | undefined): string {
  const form = (
    <PersonForm values={{}} lastResult={lastResult} teams={[]} timeZones={[]} submit="Save" />
  );
  const router = createMemoryRouter([{ path: "/", element: form }]);
  return renderToStaticMarkup(<RouterProvider router={router} />);
}

test("a long form that came back says at its top what to mend, and leads to each field", () => {
  const page = html({
    status: "error",
    error: { email: ["Somebody has this e-mail address already."], startDate: ["Enter a date"] },
  });
  expect(page).toContain("2 things to mend");
  expect(page).toMatch(/href="#person-email"[^>]*>Somebody has this e-mail address already\./);
  expect(page).toMatch(/<input[^>]*id="person-startDate"/);
});

test("a form that nobody sent yet says nothing of the kind", () => {
  expect(html(undefined)).not.toContain("to mend");
});

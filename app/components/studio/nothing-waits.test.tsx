import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { expect, test } from "vitest";
import { NothingWaits } from "~/components/studio/nothing-waits";

function html(broken: number): string {
  const router = createMemoryRouter([{ path: "/", element: <NothingWaits broken={broken} /> }]);
  return renderToStaticMarkup(<RouterProvider router={router} />);
}

test("what is on disk is said to be in use only where all of it is", () => {
  expect(html(0)).toContain("What learners meet is what is on disk.");
  expect(html(2)).toMatch(/<a[^>]*href="\/studio"[^>]*>2 files have errors and wait to be mended</);
  expect(html(1)).toContain("One file has errors and waits to be mended");
});

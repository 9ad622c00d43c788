import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { TakenBackNotice } from "./taken-back-notice";

test("what is to be done again is named, with the day and the reason", () => {
  const at = "2026-03-02T10:00:00.000Z";
  const given = { title: "Hear first", at, timeZone: "UTC", reason: "Somebody else sat there" };
  const words = renderToStaticMarkup(<TakenBackNotice {...given} />).replace(/<[^>]*>/g, "");
  expect(words).toContain("“Hear first” is to be done again");
  expect(words).toContain("2 Mar 2026: Somebody else sat there");
});

import { expect, test } from "vitest";
import { fc } from "tests/setup/properties";
import { aroundWholeWords } from "./whole-words";

test("a word with one letter before its hyphen is a piece of its own", () => {
  expect(aroundWholeWords("An e-mail, two E-mails and an x-ray.")).toEqual([
    "An ",
    "e-mail",
    ", two ",
    "E-mails",
    " and an ",
    "x-ray",
    ".",
  ]);
});

test("other words with a hyphen may be parted there", () => {
  expect(aroundWholeWords("role-play, well-kept, 7-e")).toEqual(["role-play, well-kept, 7-e"]);
});

test("nothing of a text is lost or doubled", () => {
  const text = fc.stringMatching(/^(?:[a-z]{0,2}-?[ .,]?){0,12}$/);
  fc.assert(fc.property(text, (words) => aroundWholeWords(words).join("") === words));
});

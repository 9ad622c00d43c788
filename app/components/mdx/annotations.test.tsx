import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Said, Why } from "~/components/mdx/said";
import { Transcript } from "~/components/mdx/transcript";
import { After, Before, Wording } from "~/components/mdx/wording";

test("a line with a note is the button that opens it, and the note stands outside the button", () => {
  const page = renderToStaticMarkup(
    <Transcript title="At the till">
      <Said by="Guest">No receipt.</Said>
      <Said by="You">
        <p>Then your card will do.</p>
        <Why>
          <p>A way, at once.</p>
        </Why>
      </Said>
    </Transcript>,
  );
  expect(page.match(/<details/g)).toHaveLength(1);
  const [, summary = "", after = ""] = /<summary>(.*)<\/summary>(.*)<\/details>/.exec(page) ?? [];
  expect(summary).toContain("Then your card will do.");
  expect(summary).not.toContain("A way, at once.");
  expect(after).toContain("A way, at once.");
  expect(page.split("<details")[0]).toContain("No receipt.");
});

test("a changed wording says in words which is which", () => {
  const page = renderToStaticMarkup(
    <Wording title="On the phone">
      <Before>Soon.</Before>
      <After>By four.</After>
      <Why>A time.</Why>
    </Wording>,
  );
  expect(page).toMatch(/Often said.*Soon\..*Better.*By four\..*A time\./);
  expect(page).not.toContain("style=");
});

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { OwnDataSection } from "./own-data-section";

function words(none: string | false | undefined): string {
  const section = (
    <OwnDataSection id="runs" title="Runs" {...(none === undefined ? {} : { none })}>
      The parcel
    </OwnDataSection>
  );
  return renderToStaticMarkup(section).replace(/<[^>]*>/g, " ");
}

test("a part of one's own data says so where there is nothing of it, and is shown where there is", () => {
  expect(words("None yet.")).toMatch(/Runs\s+None yet\.\s+$/);
  expect(words(false)).toMatch(/Runs\s+The parcel\s+$/);
  expect(words(undefined)).toMatch(/Runs\s+The parcel\s+$/);
});

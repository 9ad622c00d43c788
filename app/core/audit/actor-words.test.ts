import { expect, test } from "vitest";
import { actorInWords } from "./actor-words";

test("whoever made a change has a name, also where nobody was signed in", () => {
  expect(actorInWords("Priya Nair", "192.0.2.9")).toBe("Priya Nair");
  expect(actorInWords(null, null)).toBe("A command on the server");
  expect(actorInWords(null, "192.0.2.9")).toBe("Somebody not signed in");
});

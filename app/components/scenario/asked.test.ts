import { expect, test } from "vitest";
import type { Inline, Prose } from "~/core/prose/prose";
import { askedFor } from "./asked";

const prose = (...children: Inline[]): { text: Prose } => ({
  text: [{ kind: "paragraph", children }],
});
const words = { kind: "text", text: "Good morning." } as const;
const deed = { kind: "emphasis", children: [{ kind: "text", text: "You ring Pete." }] } as const;

test("a talk asks what one says, a chat and an e-mail what one writes", () => {
  expect(askedFor([prose(words)], "desk")).toBe("What do you say?");
  expect(askedFor([prose(words)], "chat")).toBe("What do you write?");
  expect(askedFor([prose(words)], "email")).toBe("What do you write?");
  expect(askedFor([prose(words)])).toBe("What do you say?");
});

test("where one of the answers is something done, it asks what one does", () => {
  expect(askedFor([prose(words), prose(deed, words)], "email")).toBe("What do you do?");
  expect(askedFor([prose(deed)])).toBe("What do you do?");
  expect(askedFor([prose(words, deed)])).toBe("What do you say?");
});

import { expect, test } from "vitest";
import { unsentReply } from "./unsent-reply";

test("a form that did not get through comes back as it was typed, with a sentence about it as a whole", () => {
  const form = new FormData();
  form.append("name", "Noor");
  form.append("roles", "trainer");
  form.append("roles", "manager");
  const reply = unsentReply(form);
  expect(reply.initialValue).toEqual({ name: "Noor", roles: ["trainer", "manager"] });
  expect(reply.error?.[""]).toEqual([reply.problem]);
});

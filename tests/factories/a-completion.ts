import type { Database } from "~/server/db.server";
import type { Prisma } from "~/server/generated/prisma/client";

type NewCompletion = Partial<Prisma.CompletionUncheckedCreateInput> & { readonly personId: string };

const lesson = {
  kind: "lesson",
  slug: "care/hear-first",
  title: "Hear first",
  rule: "lesson.checks-and-goal@1",
  because: "Complete because a goal was saved.",
};

const scenario = {
  kind: "scenario",
  slug: "parcel",
  title: "The parcel",
  rule: "scenario.official-pass@1",
  because: "Complete because an official run ended with a pass.",
};

/** A completion on record: of a lesson, or of a role-play where it is said so. */
export async function aCompletion(database: Database, given: NewCompletion) {
  const whole = { ...(given.kind === "scenario" ? scenario : lesson), ...given };
  return database.completion.create({
    data: {
      revisionHash: "r",
      evidence: "[]",
      timeZone: "UTC",
      requirement: `${whole.personId}:${whole.kind}:${whole.slug}:1`,
      ...whole,
    },
  });
}

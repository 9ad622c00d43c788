/** Steps as lists show them: the place in a course or path, with what the content says of it. */
import type { StepProgress } from "~/core/course/progress";
import type { Catalogue } from "~/server/content/catalogue.server";

export type ShownStep<One extends StepProgress = StepProgress> = One & {
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  /** False where its content is not in use at present: it is listed, and leads nowhere. */
  readonly available: boolean;
};

export function showStep<One extends StepProgress>(content: Catalogue, step: One): ShownStep<One> {
  const published =
    step.kind === "lesson" ? content.lesson(step.slug) : content.scenario(step.slug);
  if (published === null) {
    return { ...step, title: step.slug, summary: "", minutes: 0, available: false };
  }
  const { title, summary, minutes } = published.definition;
  return { ...step, title, summary, minutes, available: true };
}

/** The first step that is not done and can be taken. */
export function nextOf<One extends ShownStep>(steps: readonly One[]): One | null {
  return steps.find(({ done, available }) => !done && available) ?? null;
}

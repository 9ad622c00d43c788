/** Steps as lists show them: the place in a course or path, with what the content says of it. */
import type { StepProgress } from "~/core/course/progress";
import type { Catalogue } from "~/server/content/catalogue.server";

export type ShownStep<One extends StepProgress = StepProgress> = One & {
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  /** Whom a role-play is with. */
  readonly person: { readonly id: string; readonly name: string } | null;
  /** False where its content is not in use at present: it is listed, and leads nowhere. */
  readonly available: boolean;
};

function notInUse<One extends StepProgress>(step: One): ShownStep<One> {
  return { ...step, title: step.slug, summary: "", minutes: 0, person: null, available: false };
}

export function showStep<One extends StepProgress>(content: Catalogue, step: One): ShownStep<One> {
  if (step.kind === "lesson") {
    const lesson = content.lesson(step.slug)?.definition;
    if (lesson === undefined) return notInUse(step);
    const { title, summary, minutes } = lesson;
    return { ...step, title, summary, minutes, person: null, available: true };
  }
  const scenario = content.scenario(step.slug)?.definition;
  if (scenario === undefined) return notInUse(step);
  const { title, summary, minutes, cast } = scenario;
  const person = cast[0] === undefined ? null : { id: cast[0].id, name: cast[0].name };
  return { ...step, title, summary, minutes, person, available: true };
}

/** The first step that is not done and can be taken. */
export function nextOf<One extends StepProgress>(
  content: Catalogue,
  steps: readonly One[],
): ShownStep<One> | null {
  for (const step of steps) {
    const shown = step.done ? null : showStep(content, step);
    if (shown?.available === true) return shown;
  }
  return null;
}

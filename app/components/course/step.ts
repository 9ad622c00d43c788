import type { IconName } from "~/components/ui/icon";
import { paths } from "~/paths";

/** A step as it is listed: a lesson or a role-play, with where the person is. */
export interface Step {
  readonly kind: "lesson" | "scenario";
  /** A lesson's id or a scenario's slug. */
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly done: boolean;
  readonly next: boolean;
  /** False where its content is not in use at present. */
  readonly available: boolean;
}

/** A step of a path: with its due day. */
export interface DatedStep extends Step {
  /** Civil date. */
  readonly due: string;
  readonly dueInDays: number;
  readonly overdueDays: number;
}

export function stepAddress({ kind, slug }: Pick<Step, "kind" | "slug">): string {
  return kind === "lesson" ? paths.lesson(slug) : paths.scenario(slug);
}

interface KindLook {
  readonly word: string;
  readonly icon: IconName;
  readonly begin: string;
}

export const stepKinds: Readonly<Record<Step["kind"], KindLook>> = {
  lesson: { word: "Lesson", icon: "book", begin: "Read the lesson" },
  scenario: { word: "Role-play", icon: "speech", begin: "Play the role-play" },
};

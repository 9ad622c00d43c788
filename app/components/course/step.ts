import type { IconName } from "~/components/ui/icon";
import { paths } from "~/paths";

/** A step as pages get it: a lesson or a role-play, with where the person is. */
export interface Step {
  readonly kind: "lesson" | "scenario";
  /** A lesson's id or a scenario's slug. */
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly done: boolean;
  readonly next: boolean;
  /** Whom a role-play is with. */
  readonly person: { readonly id: string; readonly name: string } | null;
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

/** What the button of the next step says. */
export function stepInvitation({ kind }: Pick<Step, "kind">): string {
  return kind === "lesson" ? "Read the lesson" : "Go to the role-play";
}

interface KindLook {
  readonly word: string;
  readonly icon: IconName;
}

export const stepKinds: Readonly<Record<Step["kind"], KindLook>> = {
  lesson: { word: "Lesson", icon: "book" },
  scenario: { word: "Role-play", icon: "speech" },
};

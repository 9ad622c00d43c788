/** One piece of a plan to publish: what would change, and what that means for people. */
import type { Change } from "./change";
import type { PieceKind, Verdict } from "./impact";

export interface PlannedPiece {
  readonly key: string;
  readonly kind: PieceKind;
  readonly slug: string;
  readonly title: string;
  /** Short names of the revisions; null is being out of use. */
  readonly from: string | null;
  readonly to: string | null;
  /** It was not asked for: what was leads to it. */
  readonly goesAlong: boolean;
  readonly verdict: Verdict;
  readonly meaning: string;
  readonly changes: readonly Change[];
  /** What it means for people. */
  readonly impact: readonly string[];
  /** Address of a picture with what changed marked; null where there is nothing to draw. */
  readonly picture: string | null;
}

/** What each kind is called. */
export const pieceNames = {
  behaviours: "Behaviours",
  course: "Course",
  lesson: "Lesson",
  path: "Path",
  scenario: "Role-play",
} as const satisfies Record<PieceKind, string>;

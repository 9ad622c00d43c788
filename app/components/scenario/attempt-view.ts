import type { WayOnProps } from "~/components/course/way-on";
import type { Prose } from "~/core/prose/prose";
import type { TimeSetting } from "~/core/scenario/attempt-event";
import type { MainPerson } from "~/core/scenario/main-person";
import type { Said, Turn } from "~/core/scenario/moment";
import type { Channel } from "./channel";
import type { OfferedChoice } from "./choice-form";
import type { ResultMomentProps } from "./result-moment";
import type { BehaviourResult } from "./behaviour-results";
import type { ClockReading } from "./use-clock";
import type { ShortOfPass } from "./verdict";

/** What the server says of an attempt: the present moment, or how it ended. */
export interface AttemptView extends WayOnProps {
  readonly attemptId: string;
  readonly slug: string;
  /** Ways in which another attempt can begin, once it has ended. */
  readonly again: readonly ("practice" | "official")[];
  /** How many official runs are left, and what comes before the next; nothing where nothing is limited. */
  readonly left: readonly string[];
  /** An official run begins at the briefing, which says first that managers see it. */
  readonly briefed: boolean;
  /** An official run before has completed it. */
  readonly stands: boolean;
  readonly title: string;
  readonly setting: string;
  readonly role: string;
  readonly channel: Channel;
  readonly mode: "practice" | "official";
  readonly seq: number;
  readonly key: string;
  readonly before: readonly Turn[];
  readonly consequence: readonly Said[];
  readonly feedback: readonly Prose[];
  readonly lines: readonly Said[];
  readonly choices: readonly OfferedChoice[];
  /** A moment answered before can be tried again. */
  readonly mayRewind: boolean;
  /** Others may see it, because the person shared it. */
  readonly shared: boolean;
  /** The moment takes words of the learner's own. */
  readonly reply: { readonly prompt: string } | null;
  /** How its timed moments are treated; null where it has none. */
  readonly time: TimeSetting | null;
  /** Null where the present moment waits for ever. */
  readonly clock: ClockReading | null;
  readonly result: {
    readonly passed: boolean;
    readonly endedWell: boolean;
    readonly short: ShortOfPass | null;
    readonly required: readonly string[];
    readonly ending: { readonly title: string; readonly felt: Prose; readonly tonight: Prose };
    /** Who felt it; null where nobody spoke. */
    readonly person: MainPerson | null;
    readonly behaviours: readonly BehaviourResult[];
    readonly moments: readonly ResultMomentProps[];
  } | null;
}

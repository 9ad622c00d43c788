import type { Viewer } from "~/core/access/policy";

/** The signed-in person, as pages need them. */
export interface SignedIn extends Viewer {
  readonly name: string;
  readonly email: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Civil date, YYYY-MM-DD. */
  readonly startDate: string;
  readonly sessionId: string;
}

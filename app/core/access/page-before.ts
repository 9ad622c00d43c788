/** The way back to the page that somebody came from. */
import { nextAddress } from "./next-address";

const whole = /^https?:\/\/([^/?#\\]+)([^#]*)/;

/**
 * The page that a request was made from, by its `Referer`, where it is one of ours at this `host` and
 * not the home page, to which every page has a way.
 */
export function pageBefore(referrer: string | null, host: string | null): string | null {
  const [, itsHost, address] = whole.exec(referrer ?? "") ?? [];
  if (itsHost === undefined || itsHost !== host) return null;
  const page = nextAddress(address);
  return page === "/" ? null : page;
}

/** A field must not cut what somebody pastes: they are told how much is too much, and shorten it themselves. */
export function tooLong(what: string, length: number, limit: number): string {
  return `${what} has ${length} characters; ${limit} is the most that fits. Shorten it by ${length - limit}: nothing you wrote is lost.`;
}

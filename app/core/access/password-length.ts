/** What of a password can be judged without any list, in the browser too. */

/** In characters as Unicode counts them. */
const shortestPassword = 12;
const longestPassword = 256;

/** How a password is compared with what is guessed: whatever the case, and one sign for each character. */
export function charactersOf(password: string): readonly string[] {
  return Array.from(password.normalize("NFKC").toLowerCase());
}

/** Why a password of this length cannot be used; null where it can. */
export function lengthProblem(password: string): string | null {
  const { length } = charactersOf(password);
  if (length < shortestPassword) {
    return `Use ${shortestPassword} characters or more: three or four words that only you would put together are easy to remember.`;
  }
  return length > longestPassword ? `Use ${longestPassword} characters or fewer.` : null;
}

/**
 * Which passwords are refused, and why. After NIST SP 800-63B, section 3.1.1.2: length counts, a
 * list of common and derived ones is refused with a reason, and no rule on kinds of characters.
 */
import { commonPasswords, commonWords } from "./common-passwords";
import { charactersOf, lengthProblem } from "./password-length";

/** Whose password it is to be. */
interface PasswordOwner {
  readonly email: string;
  readonly name: string;
}

/** Whether somebody would try this first, by a list that is kept elsewhere; asked in lower case. */
export type IsListed = (candidate: string) => boolean;

const product = "rapport";
/** So many letters must be left when all that is easily guessed is taken away. */
const ownLetters = 6;

const lookAlikes: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

function withLetters(text: string): string {
  return Array.from(text)
    .map((character) => lookAlikes[character] ?? character)
    .join("");
}

function onlyLetters(text: string): string {
  return text.replace(/[^\p{L}]/gu, "");
}

function withoutWords(text: string, words: readonly string[]): string {
  return words.reduce((left, word) => left.replaceAll(word, " "), text);
}

/** Made of these words and little else, read plainly or with look-alikes turned back. */
function isMostly(password: string, words: readonly string[]): boolean {
  return [password, withLetters(password)].some((text) => {
    const left = withoutWords(text, words);
    return left !== text && onlyLetters(left).length < ownLetters;
  });
}

function ownWords({ email, name }: PasswordOwner): string[] {
  const parts = `${email} ${name}`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const whole = [email.toLowerCase(), email.toLowerCase().split("@")[0] ?? ""];
  return [...whole, ...parts]
    .filter((part) => part.length >= 4)
    .sort((left, right) => right.length - left.length);
}

const keyboardRows = ["1234567890", "qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm"];

function areNeighbours(left: string, right: string): boolean {
  const step = (right.codePointAt(0) ?? 0) - (left.codePointAt(0) ?? 0);
  if (Math.abs(step) <= 1) return true;
  return keyboardRows.some((row) => row.includes(left + right) || row.includes(right + left));
}

/** Three steps in four go to the next letter, digit or key, or stay; a few characters are no sequence. */
function isSequence(characters: readonly string[]): boolean {
  if (characters.length <= 3) return false;
  const steps = characters.slice(1).filter((next, at) => areNeighbours(characters[at] ?? "", next));
  return steps.length >= 0.75 * (characters.length - 1);
}

/** What is in the middle of the digits and signs that people put around a word to make it pass. */
function withoutTrimmings(text: string): string {
  return text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
}

function isCommon(text: string, bare: string, isListed: IsListed): boolean {
  const forms = [text, bare].flatMap((form) => [form, withLetters(form)]);
  const middles = [text, bare].map(withoutTrimmings).filter((middle) => middle !== "");
  return [...forms, ...middles].some((form) => commonPasswords.has(form) || isListed(form));
}

/** Why this password cannot be used, for the person who chose it; null where it can. */
export function passwordProblem(
  password: string,
  owner: PasswordOwner,
  isListed: IsListed,
): string | null {
  const characters = charactersOf(password);
  const text = characters.join("");
  const bare = text.replace(/[\s\p{P}]/gu, "");
  const tooShortOrLong = lengthProblem(password);
  if (tooShortOrLong !== null) return tooShortOrLong;
  if (new Set(characters).size < 5 || /^(.{1,8}?)\1+.{0,3}$/u.test(bare)) {
    return "That repeats itself, so it is quickly guessed. Put different words together.";
  }
  if (isSequence(Array.from(bare))) {
    return "That follows the keyboard or the alphabet, so it is quickly guessed. Put different words together.";
  }
  if (isMostly(text, [...ownWords(owner), product])) {
    return "That is mostly your name, your e-mail address or this product's name. Choose words that have nothing to do with them.";
  }
  if (isCommon(text, bare, isListed) || isMostly(text, commonWords)) {
    return "That is one of the passwords that are tried first. Put words together that nobody else would.";
  }
  return null;
}

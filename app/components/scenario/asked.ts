import type { Prose } from "~/core/prose/prose";
import { isWritten, type Channel } from "./channel";

/** An answer that begins in italics is something done: "*You look up who is on call.*" */
function isDeed([first]: Prose): boolean {
  return first?.kind === "paragraph" && first.children[0]?.kind === "emphasis";
}

/** What a moment asks, above its answers; without a channel it is asked for words. */
export function askedFor(choices: readonly { readonly text: Prose }[], channel?: Channel): string {
  if (choices.some(({ text }) => isDeed(text))) return "What do you do?";
  return channel && isWritten(channel) ? "What do you write?" : "What do you say?";
}

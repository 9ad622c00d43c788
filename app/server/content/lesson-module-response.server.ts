/** The compiled lesson as a browser gets it. */
import { contentStore } from "~/server/content/catalogue.server";
import { nothingPolicy } from "~/server/http/security-headers.server";

/** Only for whom it was made, and for ever: the address holds the hash of what it is. */
export const immutable = "private, max-age=31536000, immutable";

const hashForm = /^[0-9a-f]{64}$/;

function takesBrotli(request: Request): boolean {
  return /\bbr\b/.test(request.headers.get("Accept-Encoding") ?? "");
}

export async function lessonModule(hash: string, request: Request): Promise<Response | null> {
  const module = hashForm.test(hash) ? await contentStore().compiler.find(hash) : null;
  if (module === null) return null;
  const headers = new Headers({
    "Content-Type": "text/javascript; charset=utf-8",
    "Cache-Control": immutable,
    "Content-Security-Policy": nothingPolicy,
    Vary: "Accept-Encoding",
  });
  if (!takesBrotli(request)) return new Response(module.text, { headers });
  headers.set("Content-Encoding", "br");
  return new Response(await module.brotli(), { headers });
}

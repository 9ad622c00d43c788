/**
 * Tells open previews that content changed, as server-sent events (HTML Standard, section 9.2). A
 * stream and not repeated questions: those would count as use and keep a forgotten session alive.
 */
import { contentStore } from "~/server/content/catalogue.server";
import { perProcess } from "~/server/per-process.server";

/** A proxy that hears nothing for a while hangs up; milliseconds. */
const sayingNothing = 25_000;
const mostStreams = 200;

type End = () => void;

function openStreams(): Set<End> {
  return perProcess("content-change-streams", () => new Set<End>());
}

/** Ends every open stream, so that the server can stop. */
export function endChangeStreams(): void {
  for (const end of openStreams()) end();
}

function stream(signal: AbortSignal): ReadableStream<Uint8Array> {
  const streams = openStreams();
  const text = new TextEncoder();
  let end: End = () => undefined;
  return new ReadableStream({
    start(controller) {
      const send = (lines: string) => controller.enqueue(text.encode(`${lines}\n\n`));
      const tell = () => send(`data: ${contentStore().snapshot.version}`);
      const unsubscribe = contentStore().subscribe(tell);
      const timer = setInterval(() => send(":"), sayingNothing);
      end = () => {
        if (!streams.delete(end)) return;
        unsubscribe();
        clearInterval(timer);
        controller.close();
      };
      streams.add(end);
      signal.addEventListener("abort", end);
      send("retry: 1000");
      tell();
      // Whoever went before the stream began is not heard to go.
      if (signal.aborted) end();
    },
    cancel: () => end(),
  });
}

export function changesResponse(request: Request): Response {
  if (openStreams().size >= mostStreams) {
    return new Response("Too many previews are open.", {
      status: 503,
      headers: { "Retry-After": "30" },
    });
  }
  return new Response(stream(request.signal), {
    headers: {
      "Content-Type": "text/event-stream",
      // `no-transform`: compression would hold events back until there are enough of them.
      "Cache-Control": "no-store, no-transform",
    },
  });
}

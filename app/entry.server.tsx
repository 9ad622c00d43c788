import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToStaticMarkup, renderToString } from "react-dom/server";
import { CompiledLessonContext } from "~/components/lesson/compiled-lesson";
import { stillLesson } from "~/components/lesson/still-lesson";
import { WrittenBodies, WrittenBodyContext } from "~/components/lesson/written-body";
import { lessonComponents } from "~/components/mdx/lesson-components";
import { plainComponents } from "~/components/mdx/plain-components";
import { rarerComponents } from "~/components/mdx/rarer-components";
import { NonceContext } from "~/components/shell/nonce";
import { PageBeforeContext } from "~/components/shell/page-before";
import { RefusalDocument } from "~/components/shell/refusal-document";
import { pageBefore } from "~/core/access/page-before";
import { paths } from "~/paths";
import { log } from "~/server/log.server";
import { lessonComponent } from "~/server/content/catalogue.server";
import type { Refusal } from "~/server/http/refusal.server";
import { wholePage } from "~/server/http/whole-page.server";
import { runServer as run, type RunOptions } from "~/server/run.server";
import stylesheet from "~/styles/app.css?url";
import { favicon } from "~/styles/favicon";

// The commands in app/cli reach the server through the build, so that there is one copy of it.
export function runServer(options: RunOptions) {
  return run({ ...options, refusalPage });
}

function refusalPage(refusal: Refusal): string {
  const page = { ...refusal, home: paths.home(), stylesheet, icon: favicon };
  return `<!doctype html>${renderToStaticMarkup(<RefusalDocument {...page} />)}`;
}

/** Here nothing has to be waited for. */
const components = { ...lessonComponents, ...rarerComponents };

function lessonInHand(hash: string) {
  const lesson = lessonComponent(hash);
  return lesson === null ? null : stillLesson(lesson, components, plainComponents);
}

const bodies = new WrittenBodies();

/** Renders in one piece: at half the cost of streaming here (docs/decisions/003). */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Response {
  const body = bodies.page();
  const before = pageBefore(request.headers.get("referer"), request.headers.get("host"));
  const html = renderToString(
    <NonceContext.Provider value={context.nonce}>
      <CompiledLessonContext.Provider value={lessonInHand}>
        <WrittenBodyContext.Provider value={body.find}>
          <PageBeforeContext.Provider value={before}>
            <RemixServer context={remix} url={request.url} />
          </PageBeforeContext.Provider>
        </WrittenBodyContext.Provider>
      </CompiledLessonContext.Provider>
    </NonceContext.Provider>,
  );
  body.keep(html);
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  return wholePage(`<!doctype html>${html}`, { status, headers });
}

/** What no loader or action caught, as a line in the log that the page's number leads to. */
export function handleError(
  error: unknown,
  { request, context }: { readonly request: Request; readonly context: AppLoadContext },
): void {
  if (request.signal.aborted) return;
  // An address or a method that no page has: the request's own line says it, without what was typed.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  log().error({ requestId: context.requestId, err: error }, "a page could not be rendered");
}

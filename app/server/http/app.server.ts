/** The web server: Express in front of Remix. Order matters, and is the order of the lines. */
import { join } from "node:path";
import { constants } from "node:zlib";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import { environment } from "~/server/env.server";
import { bodyLimit } from "~/server/http/body-limit.server";
import { builtFiles } from "~/server/http/built-files.server";
import { originCheck } from "~/server/http/origin-check.server";
import { refuse, type RefusalPage } from "~/server/http/refusal.server";
import { remix } from "~/server/http/remix.server";
import { attachFacts, factsOf } from "~/server/http/request.server";
import { requestLog } from "~/server/http/request-log.server";
import { requestShape } from "~/server/http/request-shape.server";
import { securityHeaders } from "~/server/http/security-headers.server";
import { log } from "~/server/log.server";

interface AppOptions {
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  /** Vite's middleware, in development only. */
  readonly developmentServer?: RequestHandler;
  /** What somebody sees whose request is refused before it reaches a route. */
  readonly refusalPage?: RefusalPage;
}

const lastResort: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  log().error({ requestId: factsOf(response).requestId, err: error }, "request failed");
  if (response.headersSent) {
    next(error);
    return;
  }
  refuse(
    response,
    500,
    "Something broke on our side",
    "What you had already saved is safe. Try again; if it happens twice, tell your administrator.",
  );
};

export function createApp({ build, developmentServer, refusalPage }: AppOptions): Express {
  const { appUrl } = environment();
  const https = appUrl.startsWith("https:");
  const app = express();
  app.locals["refusalPage"] = refusalPage;
  app.disable("x-powered-by");
  // Remix reads the query itself.
  app.set("query parser", false);
  // A reverse proxy on this machine may say who is asking.
  app.set("trust proxy", "loopback");
  // A page's headers and its line in the log would weigh more than many of these files.
  if (developmentServer === undefined) {
    app.use(builtFiles(join(process.cwd(), "build/client"), https));
  }
  app.use(attachFacts, requestLog);
  app.use(
    securityHeaders({
      https,
      development: developmentServer !== undefined,
    }),
  );
  if (developmentServer !== undefined) app.use(developmentServer);
  app.use(requestShape, bodyLimit, originCheck(appUrl));
  app.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } }));
  app.all("*", remix({ build, appUrl }));
  app.use(lastResort);
  return app;
}

import type { LinksFunction, MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
  type ShouldRevalidateFunction,
} from "@remix-run/react";
import { useContext, type ReactNode } from "react";
import { AppShell } from "~/components/shell/app-shell";
import { ErrorPage } from "~/components/shell/error-page";
import { ownFrame } from "~/components/shell/own-frame";
import { NonceContext } from "~/components/shell/nonce";
import { placeInMenu } from "~/components/shell/place-in-menu";
import { usePageBefore } from "~/components/shell/page-before";
import { problemOf } from "~/components/shell/problem";
import { useArrival } from "~/components/shell/use-arrival";
import { paths } from "~/paths";
import { pageData } from "~/server/http/page-data.server";
import { open, visitor } from "~/server/people/guard.server";
import { navigationOf } from "~/server/people/navigation.server";
import stylesheet from "~/styles/app.css?url";
import { favicon } from "~/styles/favicon";
import { fontPreloads } from "~/styles/font-preloads";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  ...fontPreloads.map((href) => ({
    rel: "preload",
    as: "font" as const,
    type: "font/woff2",
    href,
    crossOrigin: "anonymous" as const,
  })),
  { rel: "icon", href: favicon, type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
];

/** A page that has a title of its own says `{ title: "Records · Rapport" }`. */
export const meta: MetaFunction = ({ error }) => [
  { title: !error ? "Rapport" : `${problemOf(error).title} · Rapport` },
];

/** Who is there, for the frame; a stranger is null, and the pages open to strangers frame themselves. */
export const loader = open(async (visit) => {
  const person = await visitor(visit);
  const { requestId } = visit.context;
  if (person === null) return pageData({ requestId, frame: null });
  const { name, email } = person;
  return pageData({ requestId, frame: { name, email, nav: navigationOf(person) } });
});

/**
 * An answer in a role-play changes nothing in the frame, nor does a form that came back, and a lost
 * connection must not take it away.
 */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionResult,
  formAction,
  nextUrl,
  defaultShouldRevalidate,
}) =>
  actionResult !== undefined ||
  (formAction?.startsWith(paths.attempt("")) === true &&
    nextUrl.pathname.startsWith(paths.attempt("")))
    ? false
    : defaultShouldRevalidate;

export function Layout({ children }: { readonly children: ReactNode }) {
  const nonce = useContext(NonceContext);
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const { frame } = useLoaderData<typeof loader>();
  useArrival();
  const matches = useMatches();
  const framesItself = matches.some(({ handle }) => handle === ownFrame);
  if (frame === null || framesItself) return <Outlet />;
  return (
    <AppShell
      home={paths.home()}
      nav={frame.nav}
      place={placeInMenu(matches)}
      account={{
        name: frame.name,
        email: frame.email,
        links: [{ label: "My record", to: paths.me() }],
        signOutAction: paths.logout(),
      }}
    >
      <Outlet />
    </AppShell>
  );
}

export function ErrorBoundary() {
  const problem = problemOf(useRouteError());
  const root = useRouteLoaderData<typeof loader>("root");
  const requestId = problem.status > 0 ? (problem.requestId ?? root?.requestId ?? null) : null;
  const before = usePageBefore(paths.home());
  // What the network did not carry can only be tried again: the page before has to be fetched too.
  const back = problem.status > 0 ? before : null;
  return <ErrorPage {...problem} back={back} requestId={requestId} home={paths.home()} />;
}

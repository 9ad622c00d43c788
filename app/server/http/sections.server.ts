/**
 * Remix finds a page by ranking all routes anew, three times a request, and hands every route's
 * module to the renderer. The first part of an address decides which of them can match at all, so
 * each part gets a build with those alone: the same pages, at a third of the matching.
 */
import type { ServerBuild } from "@remix-run/node";

/** The first part of an address or of a route's pattern, as routes are compared; empty for `/`. */
function firstPart(path: string): string {
  const part = path.split("/", 2)[path.startsWith("/") ? 1 : 0] ?? "";
  try {
    return decodeURIComponent(part).toLowerCase();
  } catch {
    return part;
  }
}

/** Matches any first part: an address that no section knows, or a pattern that starts with one. */
const anywhere = "*";

function partOf(build: ServerBuild, id: string): string {
  const route = build.routes[id];
  if (route === undefined) return anywhere;
  // A route without a path of its own is placed by its parent, or is the home page.
  const path = route.path ?? "";
  const parent = route.parentId === undefined || route.parentId === "root" ? null : route.parentId;
  if (parent !== null) return partOf(build, parent);
  const part = firstPart(path);
  return id === "root" || /^[:*]/.test(part) || part.includes("?") ? anywhere : part;
}

function only<Route>(routes: Readonly<Record<string, Route>>, ids: ReadonlySet<string>) {
  return Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)));
}

function narrowed(build: ServerBuild, ids: ReadonlySet<string>): ServerBuild {
  return {
    ...build,
    routes: only(build.routes, ids),
    assets: { ...build.assets, routes: only(build.assets.routes, ids) },
  };
}

/** For a build: the smaller build that answers an address, by its first part. */
export function sectionsOf(build: ServerBuild): (pathname: string) => ServerBuild {
  const byPart = new Map<string, string[]>();
  for (const id of Object.keys(build.routes)) {
    const part = partOf(build, id);
    byPart.set(part, [...(byPart.get(part) ?? []), id]);
  }
  const everywhere = byPart.get(anywhere) ?? [];
  const sections = new Map(
    [...byPart].map(([part, ids]) => [part, narrowed(build, new Set([...everywhere, ...ids]))]),
  );
  const rest = narrowed(build, new Set(everywhere));
  return (pathname) => sections.get(firstPart(pathname)) ?? rest;
}

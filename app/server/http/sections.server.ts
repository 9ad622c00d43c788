/**
 * Remix finds a page by ranking all routes anew, three times a request, and hands every route's
 * module to the renderer. The first part of an address and the number of its parts decide which of
 * them can match at all, so each such place gets a build with those alone: the same pages, for a
 * fraction of the matching.
 */
import type { ServerBuild } from "@remix-run/node";

/** What of an address or of a pattern is compared here. */
interface Place {
  /** The first part; empty for the home page, null where a pattern leaves it open. */
  readonly first: string | null;
  /** How many parts; null where a pattern leaves it open. */
  readonly count: number | null;
}

/** The parts of an address or of a pattern, as the router counts them: a slash at the end is none. */
function partsOf(path: string): string[] {
  const inner = path.replace(/^\//, "").replace(/\/+$/, "");
  return inner === "" ? [] : inner.split("/");
}

/** As routes are compared: decoded, and whatever the case. */
export function comparable(part: string): string {
  try {
    return decodeURIComponent(part).toLowerCase();
  } catch {
    return part;
  }
}

const isOpen = (part: string) => part.startsWith("*") || part.endsWith("?");

/** The route and those that it stands in, innermost first. */
function lineOf(build: ServerBuild, id: string): string[] {
  const parentId = build.routes[id]?.parentId;
  return [id, ...(parentId === undefined ? [] : lineOf(build, parentId))];
}

function placeOf(build: ServerBuild, id: string): Place {
  const line = lineOf(build, id).reverse();
  const parts = line.flatMap((each) => partsOf(build.routes[each]?.path ?? ""));
  const [first = ""] = parts;
  return {
    first: isOpen(first) || first.startsWith(":") ? null : comparable(first),
    count: parts.some(isOpen) ? null : parts.length,
  };
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

/** For a build: the smaller build that answers an address, the same one for addresses alike. */
export function sectionsOf(build: ServerBuild): (pathname: string) => ServerBuild {
  const routes = Object.keys(build.routes).map((id) => ({ id, ...placeOf(build, id) }));
  const firsts = new Set(routes.map(({ first }) => first));
  const deepest = Math.max(...routes.map(({ count }) => count ?? 0));
  const made = new Map<string, ServerBuild>();
  return (pathname) => {
    const parts = partsOf(pathname);
    const given = comparable(parts[0] ?? "");
    // Whatever is asked for, there are only so many places to keep.
    const first = firsts.has(given) ? given : null;
    const count = Math.min(parts.length, deepest + 1);
    const place = `${String(count)} ${first ?? "*"}`;
    const known = made.get(place);
    if (known !== undefined) return known;
    const matching = routes.filter(
      (route) =>
        (route.first === null || route.first === first) &&
        (route.count === null || route.count === count),
    );
    const section = narrowed(
      build,
      new Set(["root", ...matching.flatMap(({ id }) => lineOf(build, id))]),
    );
    made.set(place, section);
    return section;
  };
}

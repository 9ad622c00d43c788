import type { LinksFunction } from "@remix-run/node";
import stylesheet from "~/styles/scenario.css?url";

/** For every route that shows a role-play: `export const links = scenarioLinks;`. */
export const scenarioLinks: LinksFunction = () => [{ rel: "stylesheet", href: stylesheet }];

import { json } from "@remix-run/node";
import { open } from "~/server/people/guard.server";

/** The process is up; says nothing of the database. */
export const loader = open(() =>
  json({ status: "up" }, { headers: { "Cache-Control": "no-store" } }),
);

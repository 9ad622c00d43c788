import { json } from "@remix-run/node";
import { open } from "~/server/people/guard.server";
import { readiness } from "~/server/readiness.server";

/** For whoever decides whether requests come here: 200 when they may. */
export const loader = open(async () => {
  const checks = await readiness();
  const ready = Object.values(checks).every((check) => check === "ok");
  return json(
    { status: ready ? "ready" : "not ready", checks },
    {
      status: ready ? 200 : 503,
      headers: { "Cache-Control": "no-store" },
    },
  );
});

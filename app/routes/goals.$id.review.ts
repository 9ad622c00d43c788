import { redirect } from "@remix-run/node";
import { paths } from "~/paths";
import { db } from "~/server/db.server";
import { recordGoalReview } from "~/server/learning/goal-review.server";
import { guarded, notFound } from "~/server/people/guard.server";

/** The answer comes by a post; who comes by the address alone goes home. */
export const loader = guarded("home.read", () => redirect(paths.home()));

export const action = guarded("goal.review", async ({ person, params, request }) => {
  const sent = { personId: person.id, goalId: params["id"] ?? "", at: new Date() };
  const kept = await recordGoalReview(db(), sent, (await request.formData()).get("outcome"));
  if (kept === null) throw notFound();
  return redirect(`${paths.home()}#goal`, 303);
});

export { clientAction, shouldRevalidate } from "~/components/shell/unsent-reply";

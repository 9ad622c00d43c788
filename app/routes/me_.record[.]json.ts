import { db } from "~/server/db.server";
import { ownData } from "~/server/learning/own-data.server";
import { guarded } from "~/server/people/guard.server";

export const loader = guarded("own-record.read", async ({ person }) => {
  const data = await ownData(db(), person.id, new Date());
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="my-rapport-record.json"',
      "Cache-Control": "private, no-store",
    },
  });
});

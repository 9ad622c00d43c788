/**
 * What a file's route says in JSON of why it cannot be had. Whoever followed a link to it asked for
 * a page; a script did not, and reads the JSON. Null for every other answer.
 */
export async function refusedFile(
  accept: string | undefined,
  response: Response,
): Promise<object | null> {
  const wantsPage = accept?.includes("text/html") === true;
  const type = response.headers.get("Content-Type") ?? "";
  if (response.status < 400 || !wantsPage || !type.startsWith("application/json")) return null;
  // The answer to a HEAD has its headers alone.
  if (response.body === null) return null;
  const data: unknown = await response.clone().json();
  if (typeof data !== "object" || data === null) return null;
  return "reason" in data || "message" in data ? data : null;
}

/** One fact out of an entry of the audit, as people read it. What is stored stays as short as it is. */
import { addedRoles } from "~/core/access/policy";
import { roleName } from "~/core/access/role-name";
import { isCivilDate } from "~/core/calendar/civil-date";
import { dateInWords } from "~/core/calendar/date-words";
import { kindNames } from "~/core/completion/rule";

export const nothing = "nothing";

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/** A team may be called anything, also what only looks like an instant. */
function isInstant(text: string): boolean {
  return instantForm.test(text) && !Number.isNaN(Date.parse(text));
}

/** A revision and a checksum are told apart by their first characters, as on every page. */
const hash = /^[0-9a-f]{32,}$/;

/** Short words of a field that are not what people say. */
const inWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  roles: Object.fromEntries(addedRoles.map((role) => [role, roleName(role)])),
  with: { manager: "their manager", trainer: "the trainers" },
  kind: kindNames,
  by: {
    "first-load": "the first start",
    save: "a saved file",
    studio: "the studio",
    command: "a command on the server",
  },
  locked: { account: "the account", address: "the address" },
};

export function factInWords(key: string, value: unknown, timeZone: string): string {
  if (value === null || value === undefined || value === "") return nothing;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) {
    const all = value.map((one) => factInWords(key, one, timeZone));
    return all.length === 0 ? nothing : all.join(", ");
  }
  if (typeof value !== "string") return JSON.stringify(value);
  const own = inWords[key];
  if (own !== undefined && Object.hasOwn(own, value)) return own[value] ?? value;
  if (isInstant(value)) return dateInWords(value, { timeZone, withTime: true });
  if (isCivilDate(value)) return dateInWords(value);
  return hash.test(value) ? value.slice(0, 8) : value;
}

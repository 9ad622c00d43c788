/** Who works in the demo organisation. The four with a role of their own are named in the README. */
import type { AddedRole } from "~/core/access/policy";

export const demoPassword = "practice makes kind";

export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly team: string;
  readonly roles: readonly AddedRole[];
  readonly managerEmail: string | null;
  /** Days since they began; the path's due days count from there. */
  readonly beganDaysAgo: number;
}

function demoPerson(
  address: string,
  name: string,
  team: string,
  more: Partial<Pick<DemoPerson, "roles" | "managerEmail" | "beganDaysAgo">> = {},
): DemoPerson {
  return {
    email: `${address}@rapport.test`,
    name,
    team,
    roles: [],
    managerEmail: null,
    beganDaysAgo: 0,
    ...more,
  };
}

const managerEmail = "manager@rapport.test";

export const demoPeople: readonly DemoPerson[] = [
  demoPerson("learner", "Sam Okafor", "Front desk", { managerEmail }),
  demoPerson("trainer", "Ingrid Solheim", "Learning", { roles: ["trainer"], beganDaysAgo: 900 }),
  demoPerson("manager", "Mateo Vargas", "Front desk", { roles: ["manager"], beganDaysAgo: 1400 }),
  demoPerson("admin", "Priya Nair", "People and culture", { roles: ["admin"], beganDaysAgo: 700 }),
  demoPerson("yuki.tanaka", "Yuki Tanaka", "Front desk", { managerEmail, beganDaysAgo: 2 }),
  demoPerson("leila.amrani", "Leila Amrani", "Front desk", { managerEmail, beganDaysAgo: 9 }),
  demoPerson("callum.fraser", "Callum Fraser", "Returns", { managerEmail, beganDaysAgo: 30 }),
  demoPerson("beatriz.moura", "Beatriz Moura", "Returns", { managerEmail, beganDaysAgo: 5 }),
  demoPerson("henk.visser", "Henk Visser", "Warehouse", { beganDaysAgo: 16 }),
];

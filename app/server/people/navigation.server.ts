import { may, type Permission, type Viewer } from "~/core/access/policy";
import { paths } from "~/paths";

interface Entry {
  readonly label: string;
  readonly to: string;
}

const entries: readonly (Entry & { readonly permission: Permission })[] = [
  { permission: "home.read", label: "Home", to: paths.home() },
  { permission: "course.read", label: "Courses", to: paths.courses() },
  { permission: "scenario.read", label: "Role-plays", to: paths.scenarios() },
  { permission: "records.read", label: "Records", to: paths.records() },
  { permission: "team.read", label: "My team", to: paths.team() },
  { permission: "studio.read", label: "Studio", to: paths.studio() },
  { permission: "people.read", label: "People", to: paths.admin() },
];

/** What this person finds in the navigation: what the table of permissions opens to them. */
export function navigationOf(viewer: Viewer): readonly Entry[] {
  return entries
    .filter(({ permission }) => may(viewer, permission))
    .map(({ label, to }) => ({ label, to }));
}

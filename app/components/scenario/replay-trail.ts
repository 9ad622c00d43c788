import type { Crumb } from "~/components/shell/breadcrumbs";
import type { PlaceInMenu } from "~/components/shell/place-in-menu";
import { paths } from "~/paths";

/** Whose run it is, where it is not the reader's own. */
export interface ReplayOwner {
  readonly id: string;
  readonly name: string;
  /** One of the reader's people. */
  readonly managed: boolean;
  /** They did not share it: the course said beforehand that managers see it. */
  readonly announced: boolean;
}

interface Replayed {
  readonly attemptId: string;
  readonly slug: string;
  readonly title: string;
  readonly endedAt: string | null;
}

/** The way back up from a replay: one's own through the role-play, another's through the person. */
export function replayTrail(replay: Replayed, owner: ReplayOwner | null): readonly Crumb[] {
  if (owner?.managed === true) {
    return [
      { label: "My team", to: paths.team() },
      { label: owner.name, to: paths.teamPerson(owner.id) },
    ];
  }
  if (owner !== null) return [{ label: "Shared with me", to: paths.sharedRuns() }];
  return [
    { label: "Role-plays", to: paths.scenarios() },
    { label: replay.title, to: paths.scenario(replay.slug) },
    {
      label: replay.endedAt === null ? "Where it stands" : "Result",
      to: paths.attempt(replay.attemptId),
    },
  ];
}

/** Another's run is with what people shared; one's own is where its address is. */
export const placeOfReplay: PlaceInMenu = (data) => {
  const page = data as { readonly owner: ReplayOwner | null } | undefined;
  return page?.owner ? paths.sharedRuns() : null;
};

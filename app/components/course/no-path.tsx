import { LinkButton } from "~/components/shell/link-button";
import { EmptyState } from "~/components/ui/empty-state";
import { paths } from "~/paths";

/** Everybody is on the onboarding path from their first day; content without one has none to follow. */
export function NoPath() {
  return (
    <EmptyState
      icon="flag"
      title="No path is planned for you"
      action={<LinkButton to={paths.courses()}>See the courses</LinkButton>}
    >
      Your organisation has no onboarding path at present. Every course is open to you meanwhile.
    </EmptyState>
  );
}

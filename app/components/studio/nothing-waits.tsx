import { Link } from "@remix-run/react";
import { EmptyState } from "~/components/ui/empty-state";
import { paths } from "~/paths";

/** Nothing to publish; which is not to say that everything on disk is in use. */
export function NothingWaits({ broken }: { readonly broken: number }) {
  if (broken === 0) {
    return (
      <EmptyState icon="check" title="Nothing waits">
        What learners meet is what is on disk.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="info" title="Nothing waits to be published">
      <Link to={paths.studio()} className="text-link underline underline-offset-4">
        {broken === 1
          ? "One file has errors and waits to be mended"
          : `${broken} files have errors and wait to be mended`}
      </Link>
      . Of all the others, what learners meet is what is on disk.
    </EmptyState>
  );
}

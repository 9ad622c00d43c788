import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Breadcrumbs } from "~/components/shell/breadcrumbs";
import { Button } from "~/components/ui/button";
import { classes } from "~/components/ui/classes";
import { Notice } from "~/components/ui/notice";
import { Status } from "~/components/ui/status";
import { paths } from "~/paths";
import { DiagnosticList, type ShownDiagnostic } from "./diagnostic-list";
import { PieceStateTag, standingSentence, type PieceStanding } from "./piece-state";

interface PreviewBarProps {
  readonly title: string;
  readonly kind: string;
  readonly slug: string;
  readonly file: string;
  readonly standing: PieceStanding;
  readonly diagnostics: readonly ShownDiagnostic[];
  readonly hasRevisions: boolean;
  /** Where nothing below has a heading of its own. */
  readonly heading?: boolean;
  /** What a preview does and does not do. */
  readonly children?: ReactNode;
}

const meanings = {
  inUse: "info",
  waits: "info",
  keptBack: "warning",
  neverGood: "danger",
} as const;

/** Where there is nothing to preview. */
function headline({ state }: PieceStanding): string {
  switch (state) {
    case "inUse":
      return "In use";
    case "waits":
      return "Waits to be published";
    case "keptBack":
      return "The last good revision is in use";
    case "neverGood":
      return "Not in use yet";
  }
}

/** Above a preview: which file it is, how it stands, and all that is said about it. */
export function PreviewBar(props: PreviewBarProps) {
  const { title, kind, slug, file, standing, diagnostics, heading = false, children } = props;
  const { hasRevisions } = props;
  const broken = standing.state === "keptBack" || standing.state === "neverGood";
  const meaning = meanings[standing.state];
  const problems = diagnostics.length === 1 ? "One thing" : `${diagnostics.length} things`;
  return (
    <section
      aria-label="About this preview"
      className={classes("mb-10 print:hidden", !heading && "border-b border-line pb-8")}
    >
      <Breadcrumbs trail={[{ label: "Studio", to: paths.studio() }]} />
      {heading ? <h1 className="mt-2 text-2xl">{title}</h1> : null}
      <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="font-mono text-sm wrap-anywhere">{file}</span>
        <PieceStateTag {...standing} />
        {hasRevisions ? (
          <Link to={paths.studioRevisions(kind, slug)} className="text-link underline">
            Revisions
          </Link>
        ) : null}
      </p>
      <div className="mt-4">
        <Notice meaning={meaning} title={heading ? headline(standing) : `Preview: ${title}`}>
          <p>{standingSentence(standing)}</p>
          {children}
          {standing.state === "waits" ? (
            // A change of words alone is published at once; of anything else it says first what it means.
            <Form method="post" action={paths.studioPublish()} className="mt-3">
              <Button name="piece" value={`${kind}:${slug}`}>
                Publish
              </Button>
            </Form>
          ) : null}
        </Notice>
      </div>
      <Status className="sr-only">{standingSentence(standing)}</Status>
      {diagnostics.length === 0 ? null : (
        <details open={broken} className="mt-5">
          <summary className="inline-flex min-h-11 items-center font-medium">
            {problems} to look at
          </summary>
          <div className="mt-3">
            <DiagnosticList diagnostics={diagnostics} />
          </div>
        </details>
      )}
    </section>
  );
}

import { ErrorPage } from "./error-page";

interface RefusalDocumentProps {
  readonly status: number;
  readonly title: string;
  readonly message: string;
  readonly back: string | null;
  readonly requestId: string;
  readonly home: string;
  /** Address of the style sheet of every page. */
  readonly stylesheet: string;
  readonly icon: string;
}

/** A page that stands alone: it needs no script, and nothing about whoever is there. */
export function RefusalDocument({ stylesheet, icon, ...page }: RefusalDocumentProps) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${page.title} · Rapport`}</title>
        <link rel="stylesheet" href={stylesheet} />
        <link rel="icon" href={icon} type="image/svg+xml" />
      </head>
      <body>
        <ErrorPage {...page} />
      </body>
    </html>
  );
}

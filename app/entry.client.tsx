import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { beforeMark, PageBeforeContext } from "~/components/shell/page-before";

const before = document.querySelector(`[${beforeMark}]`)?.getAttribute("href") ?? null;

startTransition(() => {
  hydrateRoot(
    document,
    <PageBeforeContext.Provider value={before}>
      <RemixBrowser />
    </PageBeforeContext.Provider>,
  );
});

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { InvitationPanel } from "./invitation-panel";

const address = "https://rapport.example/set-password/abc";

test.each(["sent", "kept", "failed", "waiting"] as const)(
  "the one-time address is shown, whatever became of the mail: %s",
  (delivery) => {
    const page = renderToStaticMarkup(<InvitationPanel name="Ana" {...{ address, delivery }} />);
    expect(page).toContain(`value="${address}"`);
    expect(page.includes("could not be sent")).toBe(["failed", "waiting"].includes(delivery));
  },
);

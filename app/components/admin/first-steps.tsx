import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { countInWords } from "~/core/prose/in-words";
import { paths } from "~/paths";

interface FirstStepsProps {
  /** What ships, in use now. */
  readonly courses: number;
  readonly scenarios: number;
}

/** For an administrator who is alone yet: what comes first. */
export function FirstSteps({ courses, scenarios }: FirstStepsProps) {
  return (
    <section aria-labelledby="first-steps" className="rounded-lg bg-well p-5 sm:p-6">
      <h2 id="first-steps" className="text-xl">
        Rapport is ready. What comes first
      </h2>
      <ol className="mt-3 max-w-measure list-decimal space-y-3 ps-6">
        <li>
          <strong className="font-medium">Bring in your people.</strong> Add them{" "}
          <To address={paths.adminNewPerson()}>one by one</To>, or{" "}
          <To address={paths.adminImport()}>paste a list</To>. Each gets an address to choose a
          password at, and a plan that begins on their first day.
        </li>
        <li>
          <strong className="font-medium">Look at what they will meet:</strong>{" "}
          <To address={paths.courses()}>{countInWords(courses, "course")}</To> and{" "}
          <To address={paths.scenarios()}>{countInWords(scenarios, "role-play")}</To>. Whoever has
          the role trainer can change them in the studio.
        </li>
        <li>
          <strong className="font-medium">Have copies made.</strong> On the server,{" "}
          <code>npm run backup</code> makes one while people work. The file{" "}
          <code>docs/operations.md</code>, which came with Rapport, says how to have one every night
          and how to bring it back.
        </li>
      </ol>
    </section>
  );
}

function To({ address, children }: { readonly address: string; readonly children: ReactNode }) {
  return (
    <Link to={address} className="text-link underline underline-offset-4">
      {children}
    </Link>
  );
}

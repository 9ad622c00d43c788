import type { ReactElement } from "react";
import type { SubmissionResult } from "@conform-to/react";
import { expect, test } from "vitest";
import { ChoosePasswordForm } from "~/components/account/choose-password-form";
import { SetupForm } from "~/components/account/setup-form";
import { SignInForm } from "~/components/account/sign-in-form";
import { AddressForm } from "~/components/admin/address-form";
import { EraseForm } from "~/components/admin/erase-form";
import { ImportForm } from "~/components/admin/import-form";
import { PersonForm } from "~/components/admin/person-form";
import { RecordByHandForm } from "~/components/record/record-by-hand-form";
import { WithdrawalForm } from "~/components/record/withdrawal-form";
import { RunsLeft } from "~/components/team/runs-left";
import { pageHtml } from "tests/setup/page-html";

const sentence = "The database could not be written.";
const lastResult: SubmissionResult = {
  status: "error",
  initialValue: { scenario: "parcel" },
  error: { "": [sentence] },
};
const run = { slug: "parcel", title: "The parcel", used: 2, left: 0, granted: 0 } as const;

const forms: Readonly<Record<string, ReactElement>> = {
  "a new password": <ChoosePasswordForm name="Ana" email="a@b.test" lastResult={lastResult} />,
  "the set-up": <SetupForm lastResult={lastResult} />,
  "the sign-in": <SignInForm returning={false} waiting={false} sent={null} {...{ lastResult }} />,
  "addresses for many": (
    <AddressForm people={[]} more={false} answer={{ problem: sentence }} timeZone="UTC" />
  ),
  "an erasure": <EraseForm personId="p" name="Ana" lastResult={lastResult} />,
  "a pasted list": <ImportForm lastResult={lastResult} preview={null} mailServer />,
  "a person": (
    <PersonForm values={{}} teams={[]} timeZones={[]} submit="Save" lastResult={lastResult} />
  ),
  "a record by hand": (
    <RecordByHandForm things={[]} people={[]} today="2026-11-29" lastResult={lastResult} />
  ),
  "a record that is wrong": <WithdrawalForm lastResult={lastResult} />,
  "another official run": (
    <RunsLeft
      run={{ ...run, result: null, opensAt: null }}
      timeZone="UTC"
      lastResult={lastResult}
    />
  ),
};

test.each(Object.keys(forms))(
  "the form for %s that came back is described by why it did",
  async (name) => {
    const page = await pageHtml(forms[name] ?? <></>);
    const [, described] = /<form[^>]*aria-describedby="([^"]+)"/.exec(page) ?? [];
    expect(described).toBeDefined();
    const problem = new RegExp(`id="${described ?? ""}"[^>]*>.*${sentence}`, "s");
    expect(page).toMatch(problem);
    const wanted = [...page.matchAll(/aria-describedby="([^"]+)"/g)].flatMap(([, ids = ""]) =>
      ids.split(" "),
    );
    expect(wanted.filter((id) => !page.includes(`id="${id}"`))).toEqual([]);
  },
);

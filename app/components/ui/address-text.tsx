import { Fragment } from "react";

/** An address that is longer than its column goes on in a line of its own after a dot or an @. */
export function AddressText({ children }: { readonly children: string }) {
  return children.split(/(?<=[@.])/).map((part, at) => (
    <Fragment key={at}>
      {at === 0 ? null : <wbr />}
      {part}
    </Fragment>
  ));
}

import { open, notFound } from "~/server/people/guard.server";

/** Every address that is no page; the error page of the root says so. */
export const loader = open(() => {
  throw notFound();
});

export const action = loader;

export default function Nowhere() {
  return null;
}

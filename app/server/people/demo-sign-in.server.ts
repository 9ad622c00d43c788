/** Demo passwords are public: demo people sign in on this machine only, unless the operator says otherwise. */
import { environment, isLoopback } from "~/server/env.server";

export function demoMaySignIn(): boolean {
  const { host, demoAnywhere } = environment();
  return demoAnywhere || isLoopback(host);
}

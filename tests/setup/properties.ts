/**
 * fast-check with one seed, the same in every run: a property says the same of the same code
 * today and tomorrow, so that a change is judged by what it changed. PROPERTY_SEED=random goes
 * where nobody has been, and another number to where a failure was; fast-check prints the seed.
 */
import fc from "fast-check";

const asked = process.env["PROPERTY_SEED"] ?? "2026";
if (asked !== "random") fc.configureGlobal({ seed: Number(asked) });

export { fc };

/**
 * One instance of a thing for each process. In development Vite evaluates modules anew after an
 * edit; a database client or a content store must survive that.
 */
const store = Symbol.for("rapport.per-process");

function things(): Map<string, unknown> {
  const held = globalThis as unknown as Record<symbol, Map<string, unknown> | undefined>;
  return (held[store] ??= new Map<string, unknown>());
}

export function perProcess<Thing>(name: string, make: () => Thing): Thing {
  if (!things().has(name)) things().set(name, make());
  return things().get(name) as Thing;
}

/**
 * One instance of a thing for each process. In development Vite evaluates modules anew after an
 * edit; a database client or a content store must survive that.
 */
const store = Symbol.for("rapport.per-process");

interface Held {
  [store]?: Map<string, unknown>;
}

export function perProcess<Thing>(name: string, make: () => Thing): Thing {
  const held = globalThis as Held;
  const things = (held[store] ??= new Map<string, unknown>());
  if (!things.has(name)) things.set(name, make());
  return things.get(name) as Thing;
}

/**
 * What a loader gives to its page. Remix takes any Response, and reads the JSON of it back at once to
 * render with: written, wrapped in a stream, unwrapped and parsed, for a value that was at hand. This
 * one hands the value over as it is, and is written out as JSON only where the browser asked for data
 * (docs/decisions/003). The value must therefore be what JSON would have made of it: the type says so.
 */
import type { TypedResponse } from "@remix-run/node";

/** A value that comes out of JSON as it went in; anything else (a Date, a Map) does not compile. */
type Plain<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends Date | ReadonlySet<unknown> | ReadonlyMap<unknown, unknown> | (() => unknown)
    ? never
    : Value extends object
      ? { readonly [Name in keyof Value]: Plain<Value[Name]> }
      : never;

class PageData extends Response {
  readonly #value: unknown;
  #stream: ReadableStream<Uint8Array<ArrayBuffer>> | null = null;

  constructor(value: unknown) {
    super(null, { headers: { "Content-Type": "application/json; charset=utf-8" } });
    this.#value = value;
  }

  /** Remix asks often whether there is one, and reads it only to send data: it is made when read. */
  override get body(): ReadableStream<Uint8Array<ArrayBuffer>> {
    this.#stream ??= new ReadableStream(
      {
        pull: (controller) => {
          controller.enqueue(new TextEncoder().encode(JSON.stringify(this.#value)));
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    return this.#stream;
  }

  override json(): Promise<unknown> {
    return Promise.resolve(this.#value);
  }

  override text(): Promise<string> {
    return Promise.resolve(JSON.stringify(this.#value));
  }
}

export function pageData<Value>(value: Value & Plain<Value>): TypedResponse<Value> {
  return new PageData(value) as unknown as TypedResponse<Value>;
}

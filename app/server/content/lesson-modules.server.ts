/** Compiled lessons as pages need them: a component for the server, a module for the browser. */
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { getMDXComponent } from "mdx-bundler/client/index.js";
import type { ComponentType } from "react";

export type LessonComponent = ComponentType<{
  readonly components?: Readonly<Record<string, ComponentType<never>>>;
}>;

/** A module that imports nothing: it is called with React's JSX runtime and gives the component. */
function browserModule(code: string): string {
  return `export default function(_jsx_runtime){return(()=>{${code}})().default}\n`;
}

export interface LessonModule {
  /** As in its address. */
  readonly hash: string;
  /** Renders on the server. */
  readonly component: LessonComponent;
  /** JavaScript for the browser. */
  readonly text: string;
  /** The same, compressed once. */
  readonly brotli: () => Promise<Uint8Array<ArrayBuffer>>;
}

const compress = promisify(brotliCompress);

export function lessonModuleOf(hash: string, code: string): LessonModule {
  const text = browserModule(code);
  let brotli: Promise<Uint8Array<ArrayBuffer>> | null = null;
  return {
    hash,
    component: getMDXComponent(code) as LessonComponent,
    text,
    brotli: () =>
      (brotli ??= compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).then(
        (bytes) => new Uint8Array(bytes),
      )),
  };
}

/** The part of subset-font's interface that `npm run fonts` uses; the package ships no types. */
declare module "subset-font" {
  interface Options {
    readonly targetFormat: "woff2";
    readonly variationAxes: Readonly<
      Record<
        string,
        number | { readonly min: number; readonly max: number; readonly default: number }
      >
    >;
    /** Four-letter OpenType feature tags; all others are dropped. */
    readonly keepFeatures: readonly string[];
    /** Leaves out the glyphs that only a feature would reach. */
    readonly noLayoutClosure: boolean;
    readonly noHinting: boolean;
  }
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}

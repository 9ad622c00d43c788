/** Facts as a tree of plain values with places: only what JSON could say. */
import type { Position } from "~/core/diagnostic";

export type YamlValue =
  | {
      readonly kind: "scalar";
      readonly value: string | number | boolean | null;
      /** As it was written, `1.10` and not 1.1; without quotation marks. */
      readonly text: string;
      /** Something stands here that was refused: it is not missing. */
      readonly isRefused?: true;
      readonly at: Position;
    }
  | { readonly kind: "list"; readonly items: readonly YamlValue[]; readonly at: Position }
  | {
      readonly kind: "map";
      readonly entries: ReadonlyMap<string, YamlEntry>;
      /** A name in it was refused: what seems to be missing may stand there. */
      readonly isPartial: boolean;
      readonly at: Position;
    };

export interface YamlEntry {
  readonly value: YamlValue;
  /** Where the name stands. */
  readonly at: Position;
}

export type YamlMap = Extract<YamlValue, { kind: "map" }>;

/** Names that JavaScript keeps for itself. */
export const reservedNames = new Set([
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "valueOf",
]);

/** What leads where in the picture of a scenario, and in which row each place stands. */
import { RETURN, type Scenario, type Scene } from "./definition";
import { answersOf } from "./lookup";

/** What standing rules lead from. No place has a name with a space. */
export const ANYWHERE = "from anywhere";

export interface Place {
  readonly id: string;
  readonly kind: "scene" | "interlude" | "passed" | "failed" | "anywhere";
  /** Said of it behind its name. */
  readonly note: string | null;
  readonly row: number;
}

/** All that leads from one place to one other. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly names: readonly string[];
}

/** One edge for all that leads from here to the same place. */
function edgesFrom(from: string, ways: readonly (readonly [to: string, name: string])[]) {
  const names = new Map<string, string[]>();
  for (const [to, name] of ways) names.set(to, [...(names.get(to) ?? []), name]);
  return [...names].map(([to, own]): Edge => ({ from, to, names: own }));
}

/** Everything that leads from one place to another, standing rules included; what returns from an interlude is left out. */
export function edgesOf({ scenes, rules }: Scenario): readonly Edge[] {
  return [
    ...scenes.flatMap((scene) => {
      const leading = answersOf(scene).filter(({ target }) => target !== RETURN);
      return edgesFrom(
        scene.id,
        leading.map(({ target, id }) => [target, id]),
      );
    }),
    ...edgesFrom(
      ANYWHERE,
      rules.map(({ target, when }) => [target, when.text]),
    ),
  ];
}

/**
 * The row of each scene: one below the lowest of those that lead to it. Edges that lead back are left
 * aside, or there would be no lowest. What cannot be got to stands below all the rest.
 */
function rowsOf({ start, scenes }: Scenario, edges: readonly Edge[]): ReadonlyMap<string, number> {
  const ids = new Set(scenes.map(({ id }) => id));
  const leading = new Map<string, Edge[]>();
  for (const edge of edges) {
    if (ids.has(edge.from) && ids.has(edge.to))
      leading.set(edge.from, [...(leading.get(edge.from) ?? []), edge]);
  }
  const rows = new Map<string, number>();
  const layFrom = (roots: readonly string[], top: number) => {
    const finished: string[] = [];
    const onward = new Map<string, readonly string[]>();
    const open = new Set<string>();
    const visit = (id: string) => {
      if (onward.has(id)) return;
      open.add(id);
      const next = (leading.get(id) ?? [])
        .map(({ to }) => to)
        .filter((to) => !open.has(to) && !rows.has(to));
      onward.set(id, next);
      next.forEach(visit);
      open.delete(id);
      finished.push(id);
    };
    roots.filter((root) => !rows.has(root)).forEach(visit);
    const own = new Map(finished.map((id) => [id, top]));
    for (const id of finished.reverse()) {
      const below = (own.get(id) ?? top) + 1;
      for (const to of onward.get(id) ?? []) own.set(to, Math.max(own.get(to) ?? top, below));
    }
    for (const [id, row] of own) rows.set(id, row);
  };
  layFrom([start], 0);
  layFrom([...ids], Math.max(...rows.values()) + 1);
  return rows;
}

/** An answer that returns leads to whichever scene called, and has no way of its own in the picture. */
function noteOf(scene: Scene): string | null {
  if (scene.interlude !== true) return null;
  const returns = answersOf(scene).some(({ target }) => target === RETURN);
  return returns ? "interlude, and back" : "interlude";
}

/** Every place with its row, endings last. */
export function placesOf(scenario: Scenario, edges: readonly Edge[]): readonly Place[] {
  const rows = rowsOf(scenario, edges);
  const last = Math.max(...rows.values()) + 1;
  return [
    ...scenario.scenes.map((scene): Place => ({
      id: scene.id,
      kind: scene.interlude === true ? "interlude" : "scene",
      note: noteOf(scene),
      row: rows.get(scene.id) ?? 0,
    })),
    ...(scenario.rules.length > 0
      ? [{ id: ANYWHERE, kind: "anywhere", note: null, row: last - 1 } as const]
      : []),
    ...scenario.endings.map(({ id, outcome }): Place => ({
      id,
      kind: outcome,
      note: outcome,
      row: last,
    })),
  ];
}

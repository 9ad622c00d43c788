/** Findings on flow: moments without an answer, traps, marked moments met twice. */
import type { Scenario } from "../definition";
import { wayTo, type Finding } from "./finding";
import { reachableFrom, reversed, sizeOf } from "./graph";
import { shortestWay } from "./shortest-way";
import type { Walk } from "./walk";

function isEnding(walk: Walk, state: number): boolean {
  return (walk.places[state] ?? 0) >= walk.program.scenes.length;
}

function firstOfEachScene(walk: Walk, fits: (state: number) => boolean): readonly number[] {
  const seen = new Set<number>();
  const found: number[] = [];
  // Where the walk was given up, the states met last were not looked into.
  const size = sizeOf(walk);
  for (const [state, place] of walk.places.entries()) {
    if (state >= size || isEnding(walk, state) || seen.has(place) || !fits(state)) continue;
    seen.add(place);
    found.push(state);
  }
  return found;
}

/** Answers that wait for nobody: what can be done without time running out. */
function hasAnswer(walk: Walk, state: number): boolean {
  const end = walk.rows[state + 1] ?? 0;
  for (let edge = walk.rows[state] ?? 0; edge < end; edge += 1) {
    if (walk.program.answers[walk.answers[edge] ?? -1]?.kind !== "silence") return true;
  }
  return false;
}

function sceneOf(walk: Walk, state: number) {
  const scene = walk.program.scenes[walk.places[state] ?? 0]?.scene;
  if (!scene) throw new Error("A state of the walk stands in no scene.");
  return scene;
}

/** Scenes in which some state has no answer but silence, each once: the learner is stuck there. */
export function deadMoments(walk: Walk): readonly Finding[] {
  return firstOfEachScene(walk, (state) => !hasAnswer(walk, state)).map((state): Finding => {
    const scene = sceneOf(walk, state);
    return {
      rule: "flow/no-choice",
      at: scene.at,
      message: `In \`${scene.id}\` it can happen that no choice is on offer, and the learner is stuck.`,
      fix: "Add a choice without a condition, or make the conditions of its choices cover every case.",
      witness: wayTo(walk, state),
    };
  });
}

/** Scenes through which one gets to where no way leads to an ending, nor to a dead moment, any more. */
export function traps(walk: Walk): readonly Finding[] {
  const ends: number[] = [];
  for (let state = 0; state < walk.places.length; state += 1) {
    if (isEnding(walk, state) || !hasAnswer(walk, state)) ends.push(state);
  }
  const escapes = reachableFrom(reversed(walk), ends);
  const isEntry = (state: number) => {
    const parent = walk.parents[state] ?? -1;
    return escapes[state] === 0 && (parent === -1 || escapes[parent] === 1);
  };
  return firstOfEachScene(walk, isEntry).map((state): Finding => {
    const scene = sceneOf(walk, state);
    return {
      rule: "flow/trap",
      at: scene.at,
      message: `From \`${scene.id}\` it can happen that no way leads to an ending any more.`,
      fix: "Let one of the choices from here on lead to an ending, or out of the circle.",
      witness: wayTo(walk, state),
    };
  });
}

/**
 * A standing rule that leads to something that it watches itself would fire again as soon as it
 * got there, without end. Nothing an author can write does: rules lead to endings only.
 */
export function endlessRules(scenario: Scenario): readonly Finding[] {
  const endings = new Set(scenario.endings.map(({ id }) => id));
  return scenario.rules
    .filter(({ target }) => !endings.has(target))
    .map((rule): Finding => ({
      rule: "rule/target",
      at: rule.at,
      message: `A standing rule leads to \`${rule.target}\`, which is no ending: it would fire there again, without end.`,
      fix: "Lead to an ending.",
      witness: null,
    }));
}

/** The shortest way that answers the scene at `place` and meets it again; null where there is none. */
function wayToMeetAgain(walk: Walk, place: number): readonly string[] | null {
  return shortestWay(walk, {
    after: (_, answer, phase) => (answer.scene === place && answer.callBit === 0 ? 1 : phase),
    isGoal: (state, phase) => phase === 1 && walk.places[state] === place,
  });
}

/** Scenes with an answer that shows something, whether or not it can be taken. */
function markedScenes(walk: Walk): readonly number[] {
  return walk.program.scenes.flatMap((scene, place) =>
    scene.answers.some((answer) => answer.shows !== 0) ? [place] : [],
  );
}

/** A quick answer for most scenarios: nothing on a circle of scenes can be met twice. */
function placesOnCircles(walk: Walk): (place: number) => boolean {
  const next = new Map<number, Set<number>>();
  for (const [state, place] of walk.places.entries()) {
    const end = walk.rows[state + 1] ?? 0;
    const targets = next.get(place) ?? new Set<number>();
    for (let edge = walk.rows[state] ?? 0; edge < end; edge += 1) {
      targets.add(walk.places[walk.targets[edge] ?? 0] ?? 0);
    }
    next.set(place, targets);
  }
  return (place) => {
    const seen = new Set<number>();
    const waiting = [...(next.get(place) ?? [])];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (at === place) return true;
      if (seen.has(at)) continue;
      seen.add(at);
      waiting.push(...(next.get(at) ?? []));
    }
    return false;
  };
}

/** Scenes that mark a behaviour and can be met again once they were answered; with none, scores are sums without circles. */
export function markedTwice(walk: Walk): readonly Finding[] {
  const isOnCircle = placesOnCircles(walk);
  return markedScenes(walk).flatMap((place): readonly Finding[] => {
    const witness = isOnCircle(place) ? wayToMeetAgain(walk, place) : null;
    if (witness === null) return [];
    const scene = walk.program.scenes[place]?.scene;
    if (!scene) return [];
    return [
      {
        rule: "flow/marked-twice",
        at: scene.at,
        message: `\`${scene.id}\` marks a behaviour and can be met twice in one attempt, so it could be scored twice.`,
        fix: "Lead back to a scene that marks nothing, or to a second scene with words of its own.",
        witness,
      },
    ];
  });
}

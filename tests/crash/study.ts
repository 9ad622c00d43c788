/** A learner in a lesson: answers its checks, and saves a goal that nobody else has. */
import { randomUUID } from "node:crypto";
import type { Lesson } from "~/core/course/definition";
import type { Learner, World } from "tests/crash/learner";
import { oneOf } from "tests/crash/random";

export type { Lesson };

export interface Goal {
  readonly personId: string;
  readonly lessonId: string;
  readonly will: string;
}

async function send(
  world: World,
  learner: Learner,
  lessonId: string,
  fields: readonly (readonly [string, string])[],
): Promise<boolean> {
  const answer = await fetch(`${world.url}/courses/${lessonId}`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: learner.cookie },
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
  });
  await answer.arrayBuffer();
  if (answer.status !== 303) {
    world.told.surprises.push(`${String(answer.status)} for a form of lesson ${lessonId}`);
  }
  return answer.status === 303;
}

async function sendGoal(world: World, learner: Learner, goal: Goal): Promise<void> {
  world.told.goals.sent.push(goal);
  learner.unansweredGoal = goal;
  const fields = [["goal-when", "somebody waits"] as const, ["goal-will", goal.will] as const];
  if (await send(world, learner, goal.lessonId, fields)) world.told.goals.acknowledged.push(goal);
  learner.unansweredGoal = null;
}

/** Sends again the goal that got no answer, or goes through another lesson. */
export async function study(world: World, learner: Learner): Promise<void> {
  if (learner.unansweredGoal !== null) {
    await sendGoal(world, learner, learner.unansweredGoal);
    return;
  }
  const lesson = oneOf(world.random, world.lessons);
  for (const check of lesson.checks) {
    const options = check.options.filter(({ correct }) => correct);
    await send(world, learner, lesson.id, [
      ["check", check.id],
      ...options.map(({ id }) => ["option", id] as const),
    ]);
  }
  const will = `do it (${randomUUID()})`;
  await sendGoal(world, learner, { personId: learner.personId, lessonId: lesson.id, will });
}

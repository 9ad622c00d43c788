/** Examines the role-plays of a folder: what is known is recalled, and what is not is shared with a second thread. */
import type { Filed } from "~/language/library";
import type { Scenario } from "~/core/scenario/definition";
import type { Source } from "~/language/source";
import { examineScenario, type Examined, type ScenarioWork, type Walked } from "./examine-scenario";
import type { Memory } from "./memory";
import { runTests } from "./run-tests";
import { SecondThread } from "./second-thread";

interface ExaminedScenario extends Filed<Scenario>, Examined {}

interface Waiting extends ScenarioWork {
  readonly answer: (examined: Promise<Examined>) => void;
}

const aboutWalk = ({ definition }: ScenarioWork) => ["walked", definition];
const aboutTests = ({ definition, tests }: ScenarioWork) => ["tests", tests, definition];

export class Examiner {
  readonly #memory: Memory;
  readonly #found: Promise<ExaminedScenario>[] = [];
  /** One role-play alone is not worth a thread: it waits for a second. */
  #first: Waiting | null = null;
  #thread: SecondThread | null = null;
  /** Started ahead of its work, where there will be much of it: it takes a while to be ready. */
  readonly #ahead: SecondThread | null;

  constructor(memory: Memory) {
    this.#memory = memory;
    this.#ahead = memory.isEmpty ? SecondThread.start() : null;
  }

  /** Takes on a role-play with the tests beside it, and returns at once. */
  begin({ file, definition }: Filed<Scenario>, tests: Source | null): void {
    const work = { definition, tests };
    const known = this.#known(work);
    const found = known === null ? this.#find(work) : Promise.resolve(known);
    this.#found.push(found.then((examined) => ({ file, definition, ...examined })));
  }

  /** Everything that was taken on, in the order in which it was. */
  async finish(): Promise<readonly ExaminedScenario[]> {
    try {
      if (this.#first !== null) this.#first.answer(this.#examine(this.#first));
      return await Promise.all(this.#found);
    } finally {
      // A thread that is left running would keep the command from ending.
      await Promise.all([this.#thread?.stop(), this.#ahead?.stop()]);
    }
  }

  #known(work: ScenarioWork): Examined | null {
    const { definition, tests } = work;
    const walked = this.#memory.find(aboutWalk(work)) as Walked | undefined;
    if (walked === undefined) return null;
    const tested =
      tests === null
        ? []
        : this.#memory.recall(aboutTests(work), () => runTests(tests, { definition, ...walked }));
    return { walked, tested };
  }

  /** Examines it now or in a while, and remembers what was found. */
  async #find(work: ScenarioWork): Promise<Examined> {
    const examined = await this.#ask(work);
    this.#memory.put(aboutWalk(work), examined.walked);
    if (work.tests !== null) this.#memory.put(aboutTests(work), examined.tested);
    return examined;
  }

  #ask(work: ScenarioWork): Promise<Examined> {
    return new Promise((answer) => {
      const own = { ...work, answer };
      if (this.#thread === null && this.#first === null) {
        this.#first = own;
        return;
      }
      this.#thread ??= this.#ahead ?? SecondThread.start();
      for (const waiting of this.#first === null ? [own] : [this.#first, own]) {
        waiting.answer(this.#examine(waiting));
      }
      this.#first = null;
    });
  }

  async #examine(work: ScenarioWork): Promise<Examined> {
    const { definition, tests } = work;
    return this.#thread === null
      ? examineScenario(work)
      : this.#thread.examine({ definition, tests }).catch(() => examineScenario(work));
  }
}

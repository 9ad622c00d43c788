/**
 * A thread that examines role-plays beside the one that reads them. Where there is none to be had
 * (one core, or the command not compiled) everybody examines for themselves.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Examined, ScenarioWork } from "./examine-scenario";

interface Asked {
  readonly answer: (examined: Examined) => void;
  readonly fail: (problem: Error) => void;
}

/** Mebibytes for young objects, as `--max-semi-space-size` in the script `content` gives the first thread. */
const young = 96;

export class SecondThread {
  /** Those that wait for an answer, in the order asked. */
  readonly #asked: Asked[] = [];
  readonly #worker: Worker;
  #problem: Error | null = null;

  private constructor(code: URL) {
    this.#worker = new Worker(code, { resourceLimits: { maxYoungGenerationSizeMb: young } });
    // A command that fails before it has something for it to do must end all the same.
    this.#worker.unref();
    this.#worker.on("message", (examined: Examined) => this.#asked.shift()?.answer(examined));
    this.#worker.on("error", (problem: Error) => {
      this.#problem = problem;
      for (const { fail } of this.#asked.splice(0)) fail(problem);
    });
  }

  /** Null where this process has no second core, or runs code that a thread cannot load. */
  static start(): SecondThread | null {
    const code = new URL("content/examining-thread.js", import.meta.url);
    const isCompiled = import.meta.url.endsWith(".js");
    return isCompiled && availableParallelism() > 1 ? new SecondThread(code) : null;
  }

  examine(work: ScenarioWork): Promise<Examined> {
    if (this.#problem !== null) return Promise.reject(this.#problem);
    this.#worker.ref();
    return new Promise((answer, fail) => {
      this.#asked.push({ answer, fail });
      this.#worker.postMessage(work);
    });
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}

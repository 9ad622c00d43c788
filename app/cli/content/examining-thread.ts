/** The second thread of `content check`: examines role-plays, in the order asked, while the first still reads. */
import { parentPort } from "node:worker_threads";
import { examineScenario, type ScenarioWork } from "./examine-scenario";

parentPort?.on("message", (work: ScenarioWork) => {
  parentPort?.postMessage(examineScenario(work));
});

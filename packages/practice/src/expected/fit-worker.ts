import { parentPort, workerData } from "node:worker_threads";
import { type LineOfCase, learnExpected } from "@concord/course";

/** What `learnApart` hands over. */
export interface Lesson {
  readonly lines: readonly LineOfCase[];
  readonly learntOn: string;
}

const { lines, learntOn } = workerData as Lesson;
parentPort?.postMessage(learnExpected(lines, learntOn));

import { parentPort, workerData } from "node:worker_threads";
import { type Lesson, learn } from "./lesson.ts";

parentPort?.postMessage(learn(workerData as Lesson));

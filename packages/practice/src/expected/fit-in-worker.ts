import { Worker } from "node:worker_threads";
import type { Lesson, Lessons } from "./lesson.ts";

/**
 * Learns on a thread of its own: the search takes a second or two in one piece, and no one who is being served should
 * wait for it.
 */
export function learnApart(lesson: Lesson, signal?: AbortSignal): Promise<Lessons> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(new URL("./fit-worker.ts", import.meta.url), { workerData: lesson });
    const stop = () => void worker.terminate();
    signal?.addEventListener("abort", stop, { once: true });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => {
      signal?.removeEventListener("abort", stop);
      // After a message or an error this changes nothing.
      reject(
        signal?.aborted ? signal.reason : new Error("The thread that learns the expected course ended."),
      );
    });
  });
}

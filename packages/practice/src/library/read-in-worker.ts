import { memoryUsage } from "node:process";
import { Worker } from "node:worker_threads";
import type { Progress, Source, TextFile, TextRead } from "@concord/library";
import type { StaffMessage } from "@concord/messages";
import type { ReadRequest } from "./read-worker.ts";

/** What the reading of one file may cost. */
export interface ReadLimits {
  readonly seconds: number;
  /** Of the worker's heap, and by how much the whole process may grow meanwhile. */
  readonly megabytes: number;
}

/** A thick book takes seconds; twenty for each megabyte leave room for slow machines. */
const defaultReadLimits = (bytes: number): ReadLimits => ({
  seconds: Math.min(600, 30 + (20 * bytes) / 2 ** 20),
  megabytes: 1024,
});

type WorkerMessage =
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  | { readonly kind: "read"; readonly read: TextRead };

/**
 * Reads a file on a thread of its own, so that nobody who is being served waits for it, within limits of time and
 * memory: what goes beyond them is ended and refused in one line. Buffers lie outside of the heap that Node limits for
 * a worker; therefore the growth of the process is watched as well.
 */
export function readInWorker(
  file: TextFile,
  said: Partial<Source> = {},
  progress: Progress = () => {},
  limits: ReadLimits = defaultReadLimits(file.bytes.length),
): Promise<TextRead> {
  return new Promise((resolve, reject) => {
    const request: ReadRequest = { file: { name: file.name, bytes: new Uint8Array(file.bytes) }, said };
    const worker = new Worker(new URL("./read-worker.ts", import.meta.url), {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    });
    const before = memoryUsage.rss();
    const { name } = file;
    const refuse = (message: StaffMessage) => finish({ kind: "unreadable", message });
    const seconds = Math.round(limits.seconds);
    const late = setTimeout(
      () => refuse({ id: "library.file-problem.time", values: { name, seconds } }),
      1000 * limits.seconds,
    );
    const tooLarge: StaffMessage = {
      id: "library.file-problem.memory",
      values: { name, max: limits.megabytes },
    };
    const watch = setInterval(() => {
      if (memoryUsage.rss() - before > limits.megabytes * 2 ** 20) refuse(tooLarge);
    }, 50);
    const finish = (read: TextRead | Error): void => {
      clearTimeout(late);
      clearInterval(watch);
      worker.removeAllListeners();
      // Whatever the thread says while it is ended changes nothing.
      worker.on("error", () => {});
      void worker.terminate();
      if (read instanceof Error) reject(read);
      else resolve(read);
    };
    worker.on("message", (message: WorkerMessage) => {
      if (message.kind === "progress") progress(message.done, message.of);
      else finish(message.read);
    });
    worker.on("error", (error: Error & { code?: string }) =>
      error.code === "ERR_WORKER_OUT_OF_MEMORY" ? refuse(tooLarge) : finish(error),
    );
    worker.on("exit", () => finish(new Error(`The thread that reads ${file.name} ended without an answer.`)));
  });
}

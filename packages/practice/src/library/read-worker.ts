import { parentPort, workerData } from "node:worker_threads";
import { readFile, type Source, type TextFile } from "@concord/library";

/** What `readInWorker` hands over. */
export interface ReadRequest {
  readonly file: TextFile;
  readonly said: Partial<Source>;
}

const { file, said } = workerData as ReadRequest;
const read = await readFile(file, said, (done, of) =>
  parentPort?.postMessage({ kind: "progress", done, of }),
);
parentPort?.postMessage({ kind: "read", read });

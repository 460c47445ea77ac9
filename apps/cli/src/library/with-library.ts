import type { DataFlags, OpenPractice } from "../open-practice.ts";
import type { Terminal } from "../terminal.ts";

/** Opens the practice whose library is meant, and closes it when the work is done. */
export async function withLibrary<T>(
  flags: DataFlags,
  terminal: Terminal,
  work: (entered: OpenPractice) => Promise<T>,
): Promise<T> {
  const { enterPractice, openStoreFor } = await import("../open-practice.ts");
  const store = await openStoreFor(flags, terminal, { mustExist: true });
  try {
    return await work(await enterPractice(store, flags, "administrator"));
  } finally {
    await store.close();
  }
}

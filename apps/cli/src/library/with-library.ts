import type { DataFlags, OpenPractice } from "../open-practice.ts";
import type { Terminal } from "../terminal.ts";

/** Opens the practice whose library is meant, and closes it when the work is done. */
export async function withLibrary<T>(
  flags: DataFlags,
  terminal: Terminal,
  work: (entered: OpenPractice) => Promise<T>,
): Promise<T> {
  const { modelAccess } = await import("../model-access.ts");
  const { enterPractice, openStoreFor } = await import("../open-practice.ts");
  const store = await openStoreFor(flags, terminal, { mustExist: true });
  try {
    const entered = await enterPractice(store, flags, "administrator");
    const context = { ...entered.context, models: modelAccess(terminal) };
    return await work({ ...entered, context });
  } finally {
    await store.close();
  }
}

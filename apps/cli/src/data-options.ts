import type { Command } from "commander";
import { defaultFolder } from "./data-folders.ts";

/** Adds the flags that say which practice is meant. */
export function addDataOptions(command: Command): Command {
  return command
    .option("--data <folder>", `where the practice is kept (default: ${defaultFolder})`)
    .option("--practice <name>", "which practice, where the store holds several")
    .option("--as <person>", "who acts, by name or address: it is written to the audit trail");
}

import type { Command } from "commander";
import type { ExitCode, Terminal } from "./terminal.ts";

/** Adds one command to the program. `done` takes what it came to. */
export type AddCommand = (program: Command, terminal: Terminal, done: (code: ExitCode) => void) => void;

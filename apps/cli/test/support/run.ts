import { type ExitCode, program } from "../../src/index.ts";
import { heardTerminal } from "./heard-terminal.ts";

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line without a process. `input` is what `-` reads. */
export async function run(
  words: readonly string[],
  input = "",
  environment: Readonly<Record<string, string | undefined>> = {},
): Promise<Ran> {
  const { terminal, heard } = heardTerminal(input, environment);
  const code = await program(words, terminal);
  return { code, ...heard() };
}

import { type ExitCode, program } from "../../src/index.ts";

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line without a process. `input` is what `-` reads. */
export async function run(
  words: readonly string[],
  input = "",
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  let out = "";
  let err = "";
  const code = await program(words, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    input: async function* () {
      yield new TextEncoder().encode(input);
    },
    drained: async () => {},
    width: null,
    colour: false,
    environment,
  });
  return { code, out, err };
}

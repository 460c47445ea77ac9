import type { Terminal } from "../../src/terminal.ts";

/** A terminal that is no one's: `input` is what `-` reads, and what was said is kept. */
export function heardTerminal(input: string, environment: Readonly<Record<string, string | undefined>> = {}) {
  let out = "";
  let err = "";
  const terminal: Terminal = {
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
  };
  return { terminal, heard: () => ({ out, err }) };
}

/** Where a command reads and writes: the process, or a test. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly input: () => AsyncIterable<Uint8Array>;
  /** Comes back when what was written has left. */
  readonly drained: () => Promise<void>;
  /** Columns to fill; null where nobody looks at them. */
  readonly width: number | null;
  readonly colour: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What a command comes to, as a shell sees it. */
export const exitCodes = {
  done: 0,
  /** Something in the data was left out; the rest was used. */
  withProblems: 1,
  /** A wrong command line, or nothing that could be used. */
  nothing: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends a command with one line on the error output. */
export class CommandRefused extends Error {
  override readonly name = "CommandRefused";
}

/** The terminal of this process. Colour only where a person looks and did not say no. */
export function processTerminal(): Terminal {
  const { stdout, stderr, stdin, env } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    input: () => stdin,
    drained: () =>
      stdout.writableNeedDrain ? new Promise((resolve) => stdout.once("drain", resolve)) : Promise.resolve(),
    width: stdout.isTTY ? stdout.columns : null,
    colour: stdout.isTTY && (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb",
    environment: env,
  };
}

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { program, type Terminal } from "@concord/cli";
import type { Ask, Columns, Command, Question } from "./question.ts";
import { NoCounterpart, NotUnderstood } from "./r/value.ts";

/** Asks the command line. What has not been asked yet is kept for `answerPending`; until then it has no value. */
export class CommandLine {
  private readonly answers = new Map<string, { readonly value?: unknown; readonly refusal?: string }>();
  private readonly pending = new Map<string, Command>();
  private readonly folder: string;
  private count = 0;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  readonly ask: Ask = ({ command }: Question) => {
    if (typeof command === "string") throw new NoCounterpart(command);
    const key = JSON.stringify([command.words, command.columns, command.files ?? null]);
    const known = this.answers.get(key);
    if (known === undefined) {
      this.pending.set(key, command);
      throw new NotUnderstood("not asked yet");
    }
    if (command.refusal !== undefined) {
      if (known.refusal !== undefined && command.refusal.says.test(known.refusal))
        throw new NoCounterpart(command.refusal.reason);
      throw new NotUnderstood(
        `concord ${command.words.join(" ")} does not refuse: ${command.refusal.reason}`,
      );
    }
    if (known.refusal !== undefined)
      throw new RangeError(`concord ${command.words.join(" ")}: ${known.refusal}`);
    return command.pick === undefined ? known.value : command.pick(known.value);
  };

  /** Runs every command that was asked for since; false when there is none. */
  async answerPending(): Promise<boolean> {
    if (this.pending.size === 0) return false;
    const all = [...this.pending];
    this.pending.clear();
    for (const [key, command] of all) this.answers.set(key, await this.run(command));
    return true;
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async run({ words, columns, files = {} }: Command) {
    const table = path.join(this.folder, `${++this.count}.csv`);
    writeFileSync(table, csvOf(columns));
    const further = Object.entries(files).map(([word, text]) => {
      const file = path.join(this.folder, `${this.count}-${word}.csv`);
      writeFileSync(file, text);
      return [word, file] as const;
    });
    const places = new Map<string, string>([["FILE", table], ...further]);
    let out = "";
    let err = "";
    const terminal: Terminal = {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      input: async function* () {},
      drained: async () => {},
      width: null,
      colour: false,
      environment: {},
    };
    const code = await program([...words.map((word) => places.get(word) ?? word), "--json"], terminal);
    try {
      return { value: JSON.parse(out) as unknown };
    } catch {
      return { refusal: err.trim().split("\n").at(-1) || `nothing was printed (exit code ${code})` };
    }
  }
}

function csvOf(columns: Columns): string {
  const names = Object.keys(columns);
  const rows = Math.max(0, ...Object.values(columns).map((column) => column.length));
  const cell = (value: string | number | null | undefined) =>
    value === null || value === undefined
      ? "NA"
      : typeof value === "string" && /[",\n]/.test(value)
        ? `"${value.replaceAll('"', '""')}"`
        : String(value);
  const lines = Array.from({ length: rows }, (_, i) =>
    names.map((name) => cell(columns[name]![i])).join(","),
  );
  return [names.map(cell).join(","), ...lines].join("\n");
}

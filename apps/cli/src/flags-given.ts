import type { Command, Option } from "commander";
import { CommandRefused } from "./terminal.ts";

/** A flag of the command line with its values, in the order they were given; none for a switch. */
export interface FlagGiven {
  readonly flag: string;
  readonly values: readonly string[];
}

const given = new WeakMap<Command, Map<string, string[]>>();

/**
 * Watches the flags of a command: one that takes a single value may stand once, because the first of two would be
 * passed over in silence.
 */
export function watchFlags(command: Command): void {
  const own = new Map<string, string[]>();
  given.set(command, own);
  const required = command.options.filter(({ mandatory }) => mandatory);
  // Asked for once all flags are known: a misspelt one is named before one that is missing.
  for (const option of required) option.mandatory = false;
  for (const option of command.options) {
    const flag = option.long ?? option.flags;
    command.on(`option:${option.name()}`, (value: string | null | undefined) => {
      const values = own.get(flag) ?? [];
      own.set(flag, values);
      if (typeof value === "string") values.push(value);
    });
  }
  command.hook("preAction", () => {
    for (const option of command.options) {
      const values = own.get(option.long ?? option.flags) ?? [];
      if (values.length < 2 || isRepeatable(option)) continue;
      throw new CommandRefused(
        `${option.long} stands ${values.length === 2 ? "twice" : `${values.length} times`} (${values.join(", ")}), and takes one value.${repeatHints[option.long ?? ""] ?? ""}`,
      );
    }
    for (const option of required) {
      if (command.getOptionValue(option.attributeName()) === undefined)
        command.error(`error: required option '${option.flags}' not specified`);
    }
  });
}

/** What to do instead, where people expect a flag to be repeatable. */
const repeatHints: Readonly<Record<string, string>> = {
  "--random": " Nested groups are written --random study/es; crossed groups are not fitted.",
};

/** A parser that takes what was gathered before is asked for each value; that of a choice takes it and ignores it. */
function isRepeatable({ parseArg, variadic, argChoices }: Option): boolean {
  return variadic || (argChoices === undefined && parseArg !== undefined && parseArg.length >= 2);
}

/** The flags for programs: a switch is true, a flag given several times a list. */
export function flagsAsJson(
  flags: readonly FlagGiven[],
): Readonly<Record<string, string | true | readonly string[]>> {
  return Object.fromEntries(
    flags.map(({ flag, values }) => [
      flag,
      values.length === 0 ? true : values.length === 1 ? values[0]! : values,
    ]),
  );
}

/** The flags that were given to a command, in order. */
export function flagsGiven(command: Command): readonly FlagGiven[] {
  return [...(given.get(command) ?? [])].map(([flag, values]) => ({ flag, values }));
}

import type { FrameRules } from "@concord/interchange/table";
import { type Command, Option } from "commander";
import { count } from "./flag-values.ts";

/** The flags that say how a table is read, the same for every command. */
export interface TableFlags {
  readonly missing?: readonly string[];
  readonly onlyMissing?: readonly string[];
  readonly skip?: number;
}

/** Adds `--missing`, `--only-missing` and `--skip`; a command that has its own `--missing` keeps it. */
export function addTableOptions(command: Command): Command {
  if (command.options.every(({ long }) => long !== "--missing"))
    command.addOption(
      new Option(
        "--missing <codes>",
        "further codes for no answer, by comma, such as 999,-99 (may be repeated)",
      ).argParser(codes),
    );
  return command
    .addOption(
      new Option(
        "--only-missing <codes>",
        "these codes and no others mean no answer (an empty field always does)",
      ).argParser(codes),
    )
    .addOption(
      new Option("--skip <lines>", "lines above the heading; found unless said").argParser(count(0)),
    );
}

export function tableRules({ missing, onlyMissing, skip }: TableFlags): FrameRules {
  return { missing, onlyMissing, skip };
}

/** Codes by comma, added to those given before. */
function codes(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), ...text.split(",").map((code) => code.trim())];
}

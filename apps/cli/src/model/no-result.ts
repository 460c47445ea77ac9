import { CommandRefused } from "../terminal.ts";

/** What a model answers when there is nothing to give, as one line. */
export function noResult(reason: string): CommandRefused {
  return new CommandRefused(`There is no result: ${reason.split("\n")[0]!.replace(/\.$/, "")}.`);
}

import { authorsInShort } from "@concord/library";
import { english, withEnglish } from "../english.ts";
import type { DataFlags } from "../open-practice.ts";
import { textTable } from "../print/table.ts";
import { type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import { withLibrary } from "./with-library.ts";

export async function listLibrary(
  flags: DataFlags & { readonly json?: true },
  terminal: Terminal,
): Promise<ExitCode> {
  const { listTexts } = await import("@concord/practice");
  const list = await withLibrary(flags, terminal, ({ context, actor }) => listTexts(context, actor));
  if (flags.json === true) {
    terminal.out(`${JSON.stringify(withEnglish(list), null, 1)}\n`);
    return exitCodes.done;
  }
  if (list.length === 0) {
    terminal.out("No texts yet. concord library add FILE puts one in.\n");
    return exitCodes.done;
  }
  const rows = list.map(({ id, source, passages, extractor, hasPages }) => [
    id,
    english.written(authorsInShort(source)),
    String(source.year ?? ""),
    source.title,
    String(passages),
    `${extractor.format} ${extractor.version}${hasPages ? ", printed pages" : ""}`,
  ]);
  const columns = [
    { title: "text" },
    { title: "author" },
    { title: "year", align: "right" as const },
    { title: "title" },
    { title: "passages", align: "right" as const },
    { title: "read as" },
  ];
  terminal.out(`${textTable(columns, rows).join("\n")}\n`);
  return exitCodes.done;
}

import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { SourcesRead } from "@concord/interchange";
import { problemLine, quoted } from "@concord/interchange/table";
import { english, withEnglish } from "../english.ts";
import type { DataFlags } from "../open-practice.ts";
import { CommandRefused, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import { type SourceFlags, saidOf } from "./source-flags.ts";
import { withLibrary } from "./with-library.ts";

const largest = 512 * 2 ** 20;

/** Every file by itself: one that cannot be read leaves the others and the library as they are. */
export async function addFiles(
  files: readonly string[],
  flags: DataFlags & SourceFlags & { readonly json?: true },
  terminal: Terminal,
): Promise<ExitCode> {
  if (files.length === 0) throw new CommandRefused("Name the files to add: concord library add FILE…");
  let bibliography: SourcesRead | null = null;
  const said = await saidOf(files, flags, (read) => {
    bibliography = read;
    for (const problem of read.problems) terminal.err(`${flags.bibliography}, ${problemLine(problem)}\n`);
    for (const { line, column, sentence } of read.changes)
      terminal.err(`${flags.bibliography}, line ${line}, ${column}: ${sentence}\n`);
  });
  const { addText, Refusal } = await import("@concord/practice");
  const results = await withLibrary(flags, terminal, async ({ context, actor }) => {
    const done: object[] = [];
    for (const [at, file] of files.entries()) {
      const name = path.basename(file);
      const bytes = await bytesOf(file);
      if (typeof bytes === "string") {
        done.push({ file: name, kind: "unreadable", sentence: bytes });
        continue;
      }
      progress(terminal, `reading ${name} (${at + 1} of ${files.length})`);
      const added = await addText(context, actor, { name, bytes }, said[at]!, (page, of) =>
        progress(terminal, `reading ${name}: page ${page} of ${of}`),
      ).catch((error: unknown) => {
        if (error instanceof Refusal) throw error;
        return failed(error);
      });
      progress(terminal, null);
      done.push({ file: name, ...(withEnglish(added) as object) });
      if (flags.json !== true) terminal.out(`${lineOf(name, added)}\n`);
    }
    return done;
  });
  const unread = results.filter((each) => "kind" in each && each.kind === "unreadable");
  const counted = bibliography === null ? null : bibliographyJson(flags.bibliography!, bibliography);
  if (flags.json === true)
    terminal.out(`${JSON.stringify(counted === null ? results : [...results, counted], null, 1)}\n`);
  else
    for (const each of unread)
      if ("sentence" in each && "file" in each) terminal.err(`${each.file}: ${each.sentence}\n`);
  if (unread.length === results.length) return exitCodes.nothing;
  return unread.length + (counted?.problems.length ?? 0) > 0 ? exitCodes.withProblems : exitCodes.done;
}

/** A file that fails with an unexpected error is named like one that cannot be read; the others go on. */
function failed(error: unknown): { readonly kind: "unreadable"; readonly sentence: string } {
  const said = error instanceof Error ? error.message.split("\n")[0]! : "unknown";
  return { kind: "unreadable", sentence: `It could not be read (${said.slice(0, 200)}).` };
}

/** What the JSON says of the bibliography, after the files. */
function bibliographyJson(file: string, { found, sources, problems, changes }: SourcesRead) {
  return {
    file: path.basename(file),
    kind: "bibliography",
    found,
    taken: sources.length,
    problems,
    changes,
  };
}

/** The bytes, or why there are none. */
async function bytesOf(file: string): Promise<Uint8Array | string> {
  const found = await stat(file).catch(() => null);
  if (found === null) return `There is no file ${quoted(file, 200)}.`;
  if (found.isDirectory()) return `${quoted(file, 200)} is a folder; name the files in it.`;
  if (found.size > largest) return `The file is larger than ${largest / 2 ** 20} MB; add it in parts.`;
  return readFile(file).catch(() => `The file ${quoted(file, 200)} may not be read.`);
}

function lineOf(
  name: string,
  added:
    | Awaited<ReturnType<typeof import("@concord/practice").addText>>
    | { readonly kind: "unreadable"; readonly sentence: string },
): string {
  if (added.kind === "unreadable") return `${name}: not added.`;
  const { id, source, remarks } = added.text;
  if (added.kind === "known") return `${name}: in the library already, as ${id} (${source.title}).`;
  const notes = remarks.map((remark) => `\n  ${english.written(remark)}`).join("");
  return `${name}: added as ${id} (${source.title}), ${added.passages} passages.${notes}`;
}

function progress(terminal: Terminal, words: string | null): void {
  if (terminal.width !== null) terminal.err(`\r\u001b[K${words ?? ""}`);
}

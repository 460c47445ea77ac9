import path from "node:path";
import { readSources, type SourcesRead } from "@concord/interchange";
import { quoted } from "@concord/interchange/table";
import type { Source } from "@concord/library";
import { readText } from "../read-file.ts";
import { CommandRefused } from "../terminal.ts";

export interface SourceFlags {
  readonly title?: string;
  readonly author?: readonly string[];
  readonly year?: string;
  readonly translator?: string;
  readonly bibliography?: string;
}

/** What is said of each file: by flags where there is one file, by a bibliography by its keys where there are more. */
export async function saidOf(
  files: readonly string[],
  flags: SourceFlags,
  report: (read: SourcesRead) => void,
): Promise<readonly Partial<Source>[]> {
  const byHand = handSource(flags);
  if (Object.keys(byHand).length > 0 && files.length > 1)
    throw new CommandRefused(
      "A title, author or year is said of one file; add the files one by one, or name a --bibliography.",
    );
  if (flags.bibliography === undefined) return files.map(() => byHand);
  const read = await readSources(await readText(flags.bibliography));
  const { sources, problems } = read;
  if (sources.length === 0)
    throw new CommandRefused(
      `${quoted(flags.bibliography, 200)} names no source: ${problems[0]?.sentence ?? "it is empty."}`,
    );
  report(read);
  return files.map((file) => {
    const name = path.basename(file).replace(/\.[^.]+$/, "");
    const found =
      sources.find(({ key }) => key === name) ??
      (files.length === 1 && sources.length === 1 ? sources[0] : undefined);
    if (found === undefined)
      throw new CommandRefused(
        `${quoted(flags.bibliography!, 200)} has no entry with the key ${quoted(name)}; keys are the names of the files.`,
      );
    return { ...found.source, ...byHand };
  });
}

function handSource({ title, author, year, translator }: SourceFlags): Partial<Source> {
  if (year !== undefined && !/^\d{4}$/.test(year))
    throw new CommandRefused(`A year has four digits: ${quoted(year)}.`);
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { authors: author }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(translator === undefined ? {} : { translator }),
  };
}

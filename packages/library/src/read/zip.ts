import { unzipSync } from "fflate";
import { type Unreadable, unreadable } from "./outcome.ts";

export interface Archive {
  readonly kind: "archive";
  names(): readonly string[];
  bytes(name: string): Uint8Array | null;
}

/** A book is megabytes; what unpacks to more than this, or by more than this ratio, is no book. */
export const mostUnpacked = 300 * 2 ** 20;
const steepest = 250;
const mostEntries = 20_000;

/**
 * Opens a zip file within limits: sizes are added up from its list before anything is unpacked, each entry may
 * give no more than its list says, and only the entries that are wanted are unpacked.
 */
export function openArchive(bytes: Uint8Array, wanted: (name: string) => boolean): Archive | Unreadable {
  let total = 0;
  let entries = 0;
  let fault: string | null = null;
  try {
    const files = unzipSync(bytes, {
      filter(entry) {
        entries += 1;
        if (entries > mostEntries) fault = `it lists more than ${mostEntries} files`;
        if (fault !== null || entry.name.endsWith("/") || !wanted(entry.name)) return false;
        if (entry.compression !== 0 && entry.compression !== 8) return false;
        total += entry.originalSize;
        const isSteep =
          entry.originalSize > 2 ** 20 && entry.originalSize > steepest * Math.max(1, entry.size);
        if (total > mostUnpacked) fault = `it unpacks to more than ${mostUnpacked / 2 ** 20} MB`;
        else if (isSteep) fault = `${entry.name} unpacks to more than ${steepest} times its size`;
        return fault === null;
      },
    });
    if (fault !== null) return unreadable(`This file looks like a zip bomb: ${fault}. It was not unpacked.`);
    return {
      kind: "archive",
      names: () => Object.keys(files),
      bytes: (name) => files[name] ?? null,
    };
  } catch {
    return unreadable("This EPUB is broken: its zip archive cannot be read. Download or export it again.");
  }
}

/**
 * The two sets of fonts the tests look at pages with. A page that fits the one may not fit the other: DejaVu Sans, a
 * fresh Debian's only family, is about a fifth wider than Liberation Sans, which has the widths of Arial.
 */
import { globSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

export interface FontSet {
  readonly name: "wide" | "narrow";
  readonly sans: string;
  readonly serif: string;
  readonly monospace: string;
  /** The Debian package that brings them, and a file by which they are found. */
  readonly debianPackage: string;
  readonly file: string;
}

export const fontSets: readonly FontSet[] = [
  {
    name: "wide",
    sans: "DejaVu Sans",
    serif: "DejaVu Serif",
    monospace: "DejaVu Sans Mono",
    debianPackage: "fonts-dejavu-core",
    file: "DejaVuSans.ttf",
  },
  {
    name: "narrow",
    sans: "Liberation Sans",
    serif: "Liberation Serif",
    monospace: "Liberation Mono",
    debianPackage: "fonts-liberation",
    file: "LiberationSans-Regular.ttf",
  },
];

/** Returns the folder a set is installed in, or null when it is not installed. */
export function folderOf(set: FontSet): string | null {
  const [found] = globSync(`/usr/share/fonts/**/${set.file}`).sort();
  return found === undefined ? null : path.dirname(found);
}

/**
 * Writes a fontconfig file into `folder` under which a program sees the fonts of this set only, and returns its path.
 * Given as FONTCONFIG_FILE it makes the set independent of whatever else the machine has. Throws when the set is not installed.
 */
export function writeFontconfig(set: FontSet, folder: string): string {
  const fonts = folderOf(set);
  if (fonts === null)
    throw new Error(
      `The fonts of the ${set.name} set are not installed. Debian: apt-get install ${set.debianPackage}`,
    );
  mkdirSync(folder, { recursive: true });
  const generic = {
    [set.sans]: ["sans-serif", "system-ui", "ui-sans-serif", "ui-rounded"],
    [set.serif]: ["serif", "ui-serif"],
    [set.monospace]: ["monospace", "ui-monospace"],
  };
  const aliases = Object.entries(generic).flatMap(([family, names]) =>
    names.map(
      (name) =>
        `<alias binding="strong"><family>${name}</family><prefer><family>${family}</family></prefer></alias>`,
    ),
  );
  const file = path.join(folder, `fonts-${set.name}.conf`);
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    "<fontconfig>",
    `<dir>${fonts}</dir>`,
    `<cachedir>${path.join(folder, `cache-${set.name}`)}</cachedir>`,
    ...aliases,
    // Whatever else is asked for and is not there becomes the set's own sans-serif.
    `<match target="pattern"><edit name="family" mode="append_last"><string>${set.sans}</string></edit></match>`,
    "</fontconfig>",
  ];
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

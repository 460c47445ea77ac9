/** Returns a sentence of a reader of files with the page's fields named instead of the flags of the command line. */
export const inPageWords = (sentence: string, labels: ReadonlyMap<string, string>): string =>
  sentence.replace(/--([a-z-]+)(?: (?:COLUMN|PATTERN))?/g, (flag, name: string) => {
    const label = labels.get(name);
    return label === undefined ? flag : `“${label}”`;
  });

/** "line 12": where a place of a file is, as an editor counts. */
export function lineOf(characters: string, at: number): string {
  let line = 1;
  for (let next = characters.indexOf("\n"); next >= 0 && next < at; next = characters.indexOf("\n", next + 1))
    line += 1;
  return `line ${line}`;
}

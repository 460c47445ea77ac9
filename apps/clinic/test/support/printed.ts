/** Returns what this process writes to its error stream meanwhile, instead of letting it through. */
export async function printedDuring(work: () => Promise<void>): Promise<string> {
  const written: string[] = [];
  const { write } = process.stderr;
  process.stderr.write = (text: string | Uint8Array) => written.push(String(text)) > 0;
  try {
    await work();
  } finally {
    process.stderr.write = write;
  }
  return written.join("");
}

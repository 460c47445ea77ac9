/**
 * A BibTeX file eight times as long may take at most twenty times as long: the square would be sixty-four, and a busy
 * machine needs room. The ratio of medians of three, after a warm-up.
 */
import { readStudies } from "@concord/interchange";

const few = 250;
const many = 8 * few;
const most = 20;

const filler = "Some words of an abstract, which nobody asked for. ".repeat(20);
const file = (count: number): Uint8Array =>
  new TextEncoder().encode(
    Array.from(
      { length: count },
      (_, at) =>
        `@article{k${at},\n title = {Title ${at}},\n author = {Alder, Ann},\n year = 2001,\n abstract = {${filler}}}\n`,
    ).join("\n"),
  );

async function median(count: number): Promise<number> {
  const bytes = file(count);
  const times: number[] = [];
  for (let at = 0; at < 3; at++) {
    const start = performance.now();
    const { studies } = await readStudies(bytes, "made.bib");
    if (studies.length !== count) throw new Error(`${studies.length} studies instead of ${count}`);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[1]!;
}

await median(20);
const short = await median(few);
const long = await median(many);
const ratio = long / short;
console.log(
  `${few} entries ${short.toFixed(0)} ms, ${many} entries ${long.toFixed(0)} ms, ratio ${ratio.toFixed(1)}`,
);
if (ratio > most) {
  console.error(`The ratio is above ${most}.`);
  process.exitCode = 1;
}

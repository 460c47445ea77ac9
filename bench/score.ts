/**
 * 1,000,000 item-level rows, as a file would bring them, through `answer` and `score`: at most 5 s and 600 MB.
 *
 * Rows come from a seeded generator one at a time, are gathered into a response while the key stays the same, and
 * are let go once it is scored, so that memory does not grow with the number of rows.
 */

import { answer, findInstrument, type Instrument, score, scorer } from "@concord/instruments";
import { seededChance, wholeNumberBelow } from "@concord/numerics";

const wantedRows = 1_000_000;
const limits = { seconds: 5, megabytes: 600 };
const forms = ["concord-alliance-session-client-adult", "wai-sr-client", "phq-9", "core-om"].map((id) => {
  const instrument = findInstrument(id);
  if (instrument === null) throw new RangeError(`the catalogue requires the benchmarked form: ${id}`);
  return instrument;
});

interface Row {
  readonly response: number;
  readonly instrument: Instrument;
  readonly item: string;
  readonly value: string;
}

/** Form after form; one answer in fifty is left empty, one in ten thousand is out of range. */
function* rows(count: number): Generator<Row> {
  const chance = seededChance(20261122);
  let made = 0;
  for (let response = 0; ; response++) {
    const instrument = forms[response % forms.length]!;
    for (const { id, response: scale } of instrument.items) {
      if (scale.kind === "text") continue;
      if (made === count) return;
      const luck = chance();
      const within = scale.minimum + wholeNumberBelow(chance, scale.maximum - scale.minimum + 1);
      const value = luck < 0.02 ? "" : luck < 0.0201 ? "99" : String(within);
      yield { response, instrument, item: id, value };
      made++;
    }
  }
}

const began = performance.now();
const totals = { rows: 0, responses: 0, rejected: 0, scored: 0, unscorable: 0, risks: 0 };
let open: { response: number; instrument: Instrument; raw: Record<string, string> } | null = null;

function close(): void {
  if (open === null) return;
  totals.responses++;
  const given = answer(open.instrument, open.raw);
  if (given.kind === "rejected") {
    totals.rejected++;
    return;
  }
  const made = score(open.instrument, given);
  for (const scale of made.scales) totals[scale.kind === "score" ? "scored" : "unscorable"]++;
  totals.risks += made.risks.length;
}

for (const row of rows(wantedRows)) {
  if (open === null || open.response !== row.response) {
    close();
    open = { response: row.response, instrument: row.instrument, raw: {} };
  }
  open.raw[row.item] = row.value;
  totals.rows++;
}
close();
const seconds = (performance.now() - began) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1024;

const compiledSeconds = scoreAlone();
console.log(
  `${totals.rows} rows in ${totals.responses} responses: ${totals.scored} scales scored, ${totals.unscorable} unscorable, ${totals.rejected} responses rejected, ${totals.risks} risk answers`,
);
console.log(`rows to scores ${seconds.toFixed(2)} s (limit ${limits.seconds} s)`);
console.log(`scoring alone, the same number of items: ${compiledSeconds.toFixed(2)} s`);
console.log(`peak memory ${megabytes.toFixed(0)} MB (limit ${limits.megabytes} MB)`);
if (seconds > limits.seconds || megabytes > limits.megabytes) process.exitCode = 1;

/** What the arithmetic costs by itself: one full response of CORE-OM, scored until a million items are through. */
function scoreAlone(): number {
  const instrument = forms.at(-1)!;
  const raw = Object.fromEntries(instrument.items.map((item) => [item.id, 2]));
  const given = answer(instrument, raw);
  if (given.kind === "rejected") throw new RangeError("the benchmark requires a valid response");
  const compiled = scorer(instrument);
  const from = performance.now();
  for (let done = 0; done < wantedRows; done += instrument.items.length) compiled(given);
  return (performance.now() - from) / 1000;
}

/**
 * The page of a synthesis with 300 effects of 100 studies, computed again for every look: at most 50 ms.
 *
 * A practice reads the studies in from a file; then its page is made as the clinic makes it, counting all effects and
 * counting only some: the studies from the store, the three-level model with robust standard errors, the comparison of
 * who rated, forest and funnel for two widths, the flow, the sentence and the R program. Medians after warm-up.
 */

import { flowDiagram, forestPlot, funnelPlot } from "@concord/charts";
import { apaMessage, effectRows, synthesisRCode } from "@concord/evidence";
import { staffMessages } from "@concord/messages";
import { normalDraw, seededChance } from "@concord/numerics";
import {
  createContext,
  everything,
  flowFigure,
  forestFigure,
  foundPractice,
  funnelFigure,
  importStudies,
  readSynthesis,
  type SynthesisChoice,
} from "@concord/practice";
import { freshStore } from "@concord/store/testing";

const messages = staffMessages("en");
const studies = 100;
const limit = 50;
const repeats = 25;
const question = "alliance-outcome-in-hand";

const fresh = await freshStore();
try {
  const context = createContext(fresh.store);
  const { practice, staff } = await foundPractice(context, {
    practiceName: "Bench",
    name: "Rea",
    email: "rea@example.org",
    roles: ["researcher"],
  });
  const actor = { kind: "staff", practice, staff, role: "researcher" } as const;
  const bytes = new TextEncoder().encode(madeUpStudies());
  const began = performance.now();
  const read = await importStudies(context, actor, { bytes, name: "studies.csv" });
  if (read.kind !== "written") throw new RangeError(`the benchmark requires its studies: ${read.kind}`);
  console.log(`${read.studies} studies read in and pooled in ${(performance.now() - began).toFixed(0)} ms`);

  const looks: Readonly<Record<string, SynthesisChoice>> = {
    "all effects": everything,
    "rated by clients": { ...everything, raters: ["client"] },
    "from 2000 on": { ...everything, from: 2000 },
  };
  let slowest = 0;
  for (const [name, choice] of Object.entries(looks)) {
    const effects = (await page(choice)).effects;
    const median = await medianOf(() => page(choice));
    slowest = Math.max(slowest, median);
    console.log(
      `${name.padEnd(20)} ${String(effects).padStart(4)} effects ${median.toFixed(1).padStart(7)} ms`,
    );
  }
  console.log(
    `slowest ${slowest.toFixed(1)} ms: ${slowest <= limit ? "within" : "OVER"} the limit of ${limit} ms`,
  );
  if (slowest > limit) process.exitCode = 1;

  async function page(choice: SynthesisChoice) {
    const view = await readSynthesis(context, actor, question, choice);
    if (view.kind !== "computed") throw new RangeError("the benchmark requires a question of its own");
    const forest = forestFigure(view.synthesis, view.byRater, messages);
    const funnel = funnelFigure(view.synthesis, messages);
    const way = flowFigure(view.flow, messages);
    const drawn = [860, 340].map((width) => [
      forest === null ? "" : forestPlot(forest, { messages, width }),
      funnel === null ? "" : funnelPlot(funnel, { messages, width }),
      flowDiagram(way, { messages, width }),
    ]);
    const words = [messages.of(apaMessage(view.synthesis)), synthesisRCode(view.synthesis)];
    return { drawn, words, effects: effectRows(view.synthesis).length };
  }
} finally {
  await fresh.close();
}

/** Three raters to a study, with a true mean of .27 that differs between studies. */
function madeUpStudies(): string {
  const chance = seededChance(20_261_122);
  const lines = ["authors,year,topic,rater,instrument,outcome,r,n"];
  for (let study = 0; study < studies; study++) {
    const n = 30 + Math.floor(chance() * 200);
    const own = 0.27 + 0.12 * normalDraw(chance);
    for (const rater of ["client", "therapist", "observer"]) {
      const r = Math.tanh(own + normalDraw(chance) / Math.sqrt(n - 3));
      lines.push(
        `Maker ${study},${1980 + (study % 45)},alliance-outcome,${rater},form,outcome,${r.toFixed(4)},${n}`,
      );
    }
  }
  return lines.join("\n");
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  for (let warm = 0; warm < 20; warm++) await work();
  const times: number[] = [];
  for (let again = 0; again < repeats; again++) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b)[Math.floor(repeats / 2)]!;
}

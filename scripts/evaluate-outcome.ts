/**
 * Measures on published courses how well the states of outcome measures tell which clients will not have improved reliably
 * by the end, and writes the tables into docs/methods/outcome.md: `npm run evaluate -- --data FOLDER`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { evaluateOutcome } from "./outcome-evaluation/evaluate.ts";
import { publishedCourses, textIn } from "./outcome-evaluation/published-courses.ts";
import { tablesOf } from "./outcome-evaluation/tables.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    seed: { type: "string", default: "1" },
    splits: { type: "string", default: "20" },
    print: { type: "boolean", default: false },
  },
});
if (values.data === undefined) {
  console.error("usage: npm run evaluate -- --data FOLDER [--seed N] [--splits N] [--print]");
  process.exit(2);
}

const sections: string[] = [];
for (const courses of publishedCourses) {
  const text = textIn(values.data, courses);
  if (text === null) {
    console.error(`${courses.file} is not in ${values.data}: left out`);
    continue;
  }
  const data = courses.read(text);
  const groups = data.instrument.cutoffs.length === 0 ? [false] : [false, true];
  const results = groups.map((clinicalOnly) => ({
    clinicalOnly,
    result: evaluateOutcome(data, {
      sessions: [3, 5, 8],
      splits: Number(values.splits),
      seed: Number(values.seed),
      enough: courses.enough,
      clinicalOnly,
    }),
  }));
  sections.push(tablesOf(courses, results));
}

const tables = sections.join("\n");
if (values.print || sections.length < publishedCourses.length) console.log(tables);
if (!values.print && sections.length < publishedCourses.length) {
  console.error("docs/methods/outcome.md is left as it was: a file is missing");
  process.exit(1);
}
if (!values.print) {
  const page = path.resolve(import.meta.dirname, "../docs/methods/outcome.md");
  const before = readFileSync(page, "utf8");
  const [opening, closing] = ["<!-- tables: npm run evaluate -->", "<!-- end of tables -->"];
  const [from, to] = [before.indexOf(opening), before.indexOf(closing)];
  if (from < 0 || to < from) throw new RangeError(`${page} requires the lines ${opening} and ${closing}`);
  writeFileSync(page, `${before.slice(0, from)}${opening}\n\n${tables}\n${before.slice(to)}`);
}

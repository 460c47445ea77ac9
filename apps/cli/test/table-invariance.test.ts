import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { commandLine } from "../src/index.ts";
import { type AskedTable, askedTables } from "./support/asked-tables.ts";
import { run } from "./support/run.ts";

/** How a table is written, without anything that it says. */
interface Writing {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  /** Further columns that nobody asks for: one alone, or two of one name. */
  readonly unused: "none" | "one" | "numbers" | "two of one name";
  readonly zeros: number;
  readonly delimiter: "," | ";" | "\t" | "|";
  readonly end: "\n" | "\r\n";
  readonly mark: boolean;
  readonly quoted: boolean;
  readonly title: boolean;
}

const writing = ({ heading, rows }: AskedTable): fc.Arbitrary<Writing> => {
  const places = (count: number) => {
    const all = Array.from({ length: count }, (_, at) => at);
    return fc.shuffledSubarray(all, { minLength: count, maxLength: count });
  };
  return fc.record({
    columns: places(heading.length),
    rows: places(rows.length),
    unused: fc.constantFrom("none", "one", "numbers", "two of one name"),
    zeros: fc.nat(3),
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    end: fc.constantFrom("\n", "\r\n"),
    mark: fc.boolean(),
    quoted: fc.boolean(),
    title: fc.boolean(),
  });
};

/** Ids that are digits with zeros before them, in the order of the names they stand for. */
const relabelled = (id: string, zeros: number): string =>
  zeros === 0 ? id : `${"0".repeat(zeros)}${[...id].map((sign) => sign.charCodeAt(0)).join("")}`;

function written({ heading, rows, ids }: AskedTable, how: Writing): string {
  const isId = heading.map((name) => ids.includes(name));
  const extra =
    how.unused === "none" ? [] : how.unused === "two of one name" ? ["remark", "remark"] : ["remark"];
  const field = (text: string) => (how.quoted ? `"${text}"` : text);
  const line = (fields: readonly string[]) => fields.map(field).join(how.delimiter);
  const lines = how.rows.map((at) =>
    line([
      ...how.columns.map((column) =>
        isId[column] ? relabelled(rows[at]![column]!, how.zeros) : rows[at]![column]!,
      ),
      ...extra.map((_, place) => (how.unused === "numbers" ? String(at * at) : `words ${place}`)),
    ]),
  );
  const title = how.title ? [`Export of the clinic${how.end}`] : [];
  const names = line([...how.columns.map((column) => heading[column]!), ...extra]);
  return `${how.mark ? "\uFEFF" : ""}${title.join("")}${[names, ...lines].join(how.end)}${how.end}`;
}

const plainly = (asked: AskedTable): Writing => ({
  columns: asked.heading.map((_, at) => at),
  rows: asked.rows.map((_, at) => at),
  unused: "none",
  zeros: 0,
  delimiter: ",",
  end: "\n",
  mark: false,
  quoted: false,
  title: false,
});

/** What says how the file is written and not what it says, what counts lines, and further columns (as what may moderate). */
const ofTheFile = new Set([
  "input",
  "summary",
  "notes",
  "problems",
  "flags",
  "line",
  "lines",
  "delimiter",
  "order",
  "traits",
]);

/** The values of a result by where they stand, positions in lists aside. */
function leaves(node: unknown, place = "", found = new Map<string, (number | string)[]>()) {
  if (Array.isArray(node)) for (const own of node) leaves(own, `${place}[]`, found);
  else if (typeof node === "object" && node !== null)
    for (const [name, own] of Object.entries(node)) {
      if (!ofTheFile.has(name)) leaves(own, `${place}.${name}`, found);
    }
  else found.set(place, [...(found.get(place) ?? []), typeof node === "number" ? node : String(node)]);
  return found;
}

/** Lists whose order is that of the rows or of the ids; all others are compared in order, sorted or not. */
const sorted = (values: readonly (number | string)[]) =>
  [...values].sort((a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : String(a) < String(b) ? -1 : 1,
  );

function assertSame(given: unknown, wanted: unknown, hint: string): void {
  const [own, other] = [leaves(given), leaves(wanted)];
  assert.deepEqual([...own.keys()].sort(), [...other.keys()].sort(), hint);
  for (const [place, values] of other) {
    const [left, right] = [sorted(own.get(place)!), sorted(values)];
    assert.equal(left.length, right.length, `${place} ${hint}`);
    for (const [at, value] of right.entries()) {
      const got = left[at]!;
      if (typeof value !== "number" || typeof got !== "number") assert.equal(got, value, `${place} ${hint}`);
      else
        assert.ok(
          Math.abs(got - value) <= 1e-6 * Math.max(1, Math.abs(value)),
          `${place}: ${got}, and ${value} as first written; ${hint}`,
        );
    }
  }
}

/** Names as they were, wherever they are in the result. */
function withOldNames(out: string, asked: AskedTable, zeros: number): unknown {
  if (zeros === 0) return JSON.parse(out);
  const places = asked.heading.flatMap((name, at) => (asked.ids.includes(name) ? [at] : []));
  const names = new Set(asked.rows.flatMap((row) => places.map((at) => row[at]!)));
  let text = out;
  for (const name of [...names].sort((a, b) => b.length - a.length))
    text = text.replaceAll(relabelled(name, zeros), name);
  return JSON.parse(text);
}

for (const asked of askedTables)
  test(`${asked.words.slice(0, 3).join(" ")}: how a table is written changes no result`, async () => {
    const first = await run(asked.words, written(asked, plainly(asked)));
    assert.equal(first.code, 0, first.err);
    const wanted = JSON.parse(first.out);
    assert.ok(leaves(wanted).size > 3);
    await fc.assert(
      fc.asyncProperty(writing(asked), async (how) => {
        const { code, out, err } = await run(asked.words, written(asked, how));
        const hint = JSON.stringify({ ...how, rows: undefined });
        assert.equal(code, 0, `${err} ${hint}`);
        assertSame(withOldNames(out, asked, how.zeros), wanted, hint);
      }),
      { numRuns: 12 },
    );
  });

/** Rows used, and left out, of rows given, wherever a command says it. */
function counted(out: string): { given: number; used: number; left: number } | null {
  const { input, summary, found, taken, problems } = JSON.parse(out);
  if (input !== undefined) {
    const { given, used, left_out } = input.rows;
    return {
      given,
      used,
      left: left_out.reduce((sum: number, { count }: { count: number }) => sum + count, 0),
    };
  }
  if (summary !== undefined) {
    const { rows, used, leftOut } = summary;
    return {
      given: rows,
      used,
      left: leftOut.reduce((sum: number, { count }: { count: number }) => sum + count, 0),
    };
  }
  return { given: found, used: taken, left: problems.length };
}

for (const asked of askedTables)
  test(`${asked.words.slice(0, 3).join(" ")}: used and left out make up what was given`, async () => {
    const columns = asked.mayLack.map((name) => asked.heading.indexOf(name));
    const cells = fc.record({
      row: fc.nat(asked.rows.length - 1),
      what: fc.constantFrom("missing", "missing", "damaged", "too long", "blank"),
      column: fc.nat(Math.max(0, columns.length - 1)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cells, { maxLength: 4 }), async (faults) => {
        const lines = asked.rows.map((row, at) => {
          let fields = row;
          let before = "";
          for (const { row: own, what, column } of faults) {
            if (own !== at) continue;
            if (what === "missing" && columns.length > 0)
              fields = fields.map((field, place) => (place === columns[column] ? "NA" : field));
            if (what === "too long") fields = [...row, "1", "2"];
            if (what === "blank") before = "\n";
            if (what === "damaged") return `${before}"${row[0]}"x,${row.slice(1).join(",")}`;
          }
          return before + fields.join(",");
        });
        const { code, out, err } = await run(
          asked.words,
          `${asked.heading.join(",")}\n${lines.join("\n")}\n`,
        );
        const hint = `${JSON.stringify(faults)} ${err}`;
        if (code === 2) {
          // Too little is left: that is said, and nothing is printed that could be taken for a result.
          assert.ok(err !== "" && (out === "" || /"kind"|"found"/.test(out)), hint);
          return;
        }
        const { given, used, left } = counted(out)!;
        assert.deepEqual([given, used + left], [asked.rows.length, asked.rows.length], hint);
        const lost = new Set(
          faults.filter(({ what }) => what === "too long" || what === "damaged").map(({ row }) => row),
        );
        assert.ok(left >= lost.size, hint);
        assert.equal(code, left === 0 && err === "" ? 0 : code, hint);
        if (left > 0) assert.equal(code, 1, hint);
      }),
      { numRuns: 12 },
    );
  });

test("every command that takes a table is asked", async () => {
  const silent = {
    out: () => {},
    err: () => {},
    input: async function* () {},
    drained: async () => {},
    width: null,
    colour: false,
    environment: {},
  };
  const { commands } = await commandLine(silent, () => {});
  const reads = commands
    .filter(({ options }) => options.some(({ long }) => long === "--skip"))
    .map((command) => command.name());
  const asked = new Set(askedTables.map(({ command }) => command));
  // `why` reads what `course` reads; `import` takes what it has read into a practice.
  assert.deepEqual(
    reads.filter((name) => !asked.has(name)),
    ["why", "import"],
  );
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readSources, writeSources } from "@concord/interchange";
import { type Source, unknownSource } from "@concord/library";
import fc from "fast-check";

const formats = ["bibtex", "ris", "csl"] as const;

async function back(source: Source, format: (typeof formats)[number]) {
  const read = await readSources(writeSources([{ key: "one", source }], format));
  assert.deepEqual(read.problems, [], format);
  assert.equal(read.sources.length, 1, format);
  return read.sources[0]!;
}
const taken = ({ authors, title, year, container, volume, doi }: Partial<Source>) => ({
  authors,
  title,
  year,
  container,
  volume,
  doi,
});

/** Sources that the field has, each with something that programs stumble over. */
const sources: readonly (readonly [string, Partial<Source>])[] = [
  ["particles", { authors: ["van der Kolk, Bessel", "de la Cruz, Ana", "De Roten, Yves", "von Wyl, Agnes"] }],
  [
    "accents and letters",
    {
      authors: ["Flückiger, Christoph", "Đorđević, Ana", "Łucka, Ola", "Þorsson, Jón"],
      title: "Über die Übertragung, ß und Æ, naïve",
    },
  ],
  ["suffixes", { authors: ["King, Martin Luther, Jr.", "Crits-Christoph, Paul"] }],
  ["institutions", { authors: ["The Made-up Alliance Group", "World Health Organization"] }],
  [
    "an institution with 'and' in its name",
    { authors: ["National Institute for Health and Care Excellence", "Moss, Lea"] },
  ],
  ["another script", { authors: ["Выготский, Лев", "李, 明"], title: "Мышление и речь: 治疗联盟" }],
  ["brackets in the DOI", { doi: "10.1002/(SICI)1097-4679(199602)52:2<189::AID-JCLP8>3.0.CO;2-Q" }],
  ["an underscore and a percent sign in the DOI", { doi: "10.1007/978-3-319-00000-3_12%a" }],
  ["signs that TeX knows", { title: "50% of R&D: $5, a_b, #1, x^2, {braces}, ~tilde and \\back" }],
  ["capitals and a colon", { title: "DSM-5 and the WAI: A Review of CBT" }],
  ["quotation marks", { title: "The “real” relationship, 'as if' and \"so on\"" }],
  ["a journal with an ampersand", { container: "Counselling & Psychotherapy Research", volume: "12(3)" }],
  ["an old year", { year: 1784, title: "On the Sensations" }],
  ["no year, no author", { authors: [], year: null }],
  ["a long title", { title: `The alliance ${"in invented psychotherapy, ".repeat(30)}again` }],
];

describe("what is written is read again", () => {
  for (const format of formats)
    for (const [name, part] of sources)
      test(`${format}: ${name}`, async () => {
        const source: Source = {
          ...unknownSource,
          authors: ["Vale, Ida"],
          title: "On Meeting",
          year: 1909,
          ...part,
        };
        const { key, source: read } = await back(source, format);
        assert.equal(key, "one");
        assert.deepEqual(taken(read), taken(source));
      });

  test("property: any names, titles, years, journals and DOIs", async () => {
    const word = fc.constantFrom(
      "Bond",
      "naïve",
      "D’Angelo",
      "Ångström",
      "O’Neill",
      "x_y",
      "50%",
      "R&D",
      "治疗",
      "ψ",
      "(a)",
      "#2",
      "a/b",
    );
    const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(" "));
    const given = fc.constantFrom("Ida", "J. P.", "Éva", "Jean-Luc", "明");
    const family = fc.constantFrom(
      "Vale",
      "van Dale",
      "Đorđević",
      "D’Angelo",
      "Smith-Jones",
      "李",
      "de la Cruz",
    );
    const name = fc.tuple(family, given).map(([own, first]) => `${own}, ${first}`);
    const source = fc.record({
      authors: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
      title: words,
      year: fc.integer({ min: 1500, max: 2099 }),
      container: fc.option(words),
      volume: fc.option(fc.constantFrom("12", "5(3)", "LXII")),
      doi: fc.option(
        fc.constantFrom(
          "10.1037/pst0000172",
          "10.1002/(SICI)1097-4679(199602)52:2<189::AID-JCLP8>3.0.CO;2-Q",
          "10.1007/a_b",
        ),
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(source, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...formats),
        async (all, format) => {
          const keyed = all.map((part, at) => ({ key: `k${at}`, source: { ...unknownSource, ...part } }));
          const written = writeSources(keyed, format);
          const read = await readSources(written);
          assert.deepEqual(read.problems, []);
          // A container called like the title is not told from it in RIS, where some programs write it so.
          const same = (one: Partial<Source>) => ({
            ...taken(one),
            container: one.container === one.title ? null : one.container,
          });
          assert.deepEqual(
            read.sources.map(({ source: one }) => same(one)),
            all.map((one) => same(one)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("one damaged entry costs only itself, wherever it stands", () => {
  const good = ["a", "b", "c", "d"].map((key) => ({
    key,
    source: { ...unknownSource, title: `Title ${key}`, authors: ["Vale, Ida"], year: 1909 },
  }));
  const damaged = {
    bibtex: "@book{bad, title = {never closed, year = 1901\n",
    ris: "TY  - BOOK\nAU  - Nobody, Nick\nPY  - 1901\nER  - \n",
    csl: '{"id": "bad", "title": never quoted}',
  } as const;
  for (const format of formats)
    for (const [place, at] of [
      ["at the start", 0],
      ["in the middle", 2],
      ["at the end", 4],
    ] as const)
      test(`${format}, ${place}`, async () => {
        const whole = good.map((one) => writeSources([one], format).trim());
        const items = format === "csl" ? whole.map((item) => item.slice(1, -1).trim()) : whole;
        const all = [...items.slice(0, at), damaged[format].trimEnd(), ...items.slice(at)];
        const file = format === "csl" ? `[\n${all.join(",\n")}\n]` : `${all.join("\n")}\n`;
        const read = await readSources(file);
        assert.deepEqual(
          read.sources.map(({ source }) => source.title),
          ["Title a", "Title b", "Title c", "Title d"],
        );
        assert.equal(read.found, 5);
        assert.equal(read.problems.length, 1, JSON.stringify(read.problems));
        const line = file.slice(0, file.indexOf(damaged[format].slice(0, 20))).split("\n").length;
        assert.equal(read.problems[0]!.line, line);
      });
});

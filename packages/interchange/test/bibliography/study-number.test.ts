import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readStudies } from "../../src/index.ts";

/** One study with these cells; the r of a second line shows how the table writes fractions. */
const read = async (r: string, n: string, other = ".25", further: readonly [string, string] = ["x", ""]) => {
  const text = [
    `authors;year;r;n;${further[0]}`,
    `Birch B;2019;"${r}";"${n}";"${further[1]}"`,
    `Alder A;2018;"${other}";50;`,
  ].join("\n");
  const { studies, problems, changes } = await readStudies(new TextEncoder().encode(text), "studies.csv");
  const study = studies.find(({ study: { year } }) => year === 2019)?.study;
  return {
    figures: study?.reports[0]?.figures,
    traits: study?.reports[0]?.traits,
    problems: problems.map(({ line, column, sentence }) => `${line} ${column}: ${sentence}`),
    changes: changes.map(({ column, sentence }) => `${column}: ${sentence}`),
  };
};
const correlation = (r: number, n: number) => ({ kind: "correlation", r, n });

describe("a count is whole", () => {
  for (const [written, value] of [
    ["12,024", 12024],
    ["1,234,567", 1234567],
    ["12 024", 12024],
    ["12\u00a0024", 12024],
    ["12\u202f024", 12024],
    ["12’024", 12024],
    ["1.234.567", 1234567],
    ["120.0", 120],
    ["120", 120],
  ] as const)
    test(`${written} is ${value}`, async () => {
      const { figures, problems, changes } = await read(".31", written);
      assert.deepEqual(problems, []);
      assert.deepEqual(figures, correlation(0.31, value));
      assert.deepEqual(changes, written === "120" ? [] : [`n: ${written} is read as ${value}.`]);
    });
  for (const [written, other] of [
    ["12.024", ".25"],
    ["12.024", "0,25"],
    ["12,024", "0,25"],
    ["12.5", ".25"],
    ["1,23", ".25"],
    ["12,0245", ".25"],
    ["about 50", ".25"],
  ] as const)
    test(`${written} beside ${other} is refused`, async () => {
      const { figures, problems } = await read(other, written, other);
      assert.equal(figures, undefined);
      assert.equal(problems.length, 1);
      assert.match(problems[0]!, /^2 n: ".+" (?:may be 12024 or a fraction|is not whole|is not a number)/);
    });
});

describe("fractions and their signs", () => {
  for (const [written, value] of [
    [".31", 0.31],
    ["0,31", 0.31],
    [",31", 0.31],
    ["−.31", -0.31],
    ["–.31", -0.31],
    ["—0,31", -0.31],
    ["0.125", 0.125],
    ["0,125", 0.125],
  ] as const)
    test(`r ${written}`, async () => {
      const { figures, problems } = await read(written, "40");
      assert.deepEqual(problems, []);
      assert.deepEqual(figures, correlation(value, 40));
    });
  test("a dash that is read as a minus is said", async () => {
    assert.deepEqual((await read("–.31", "40")).changes, ['r: "–.31" is read as -.31.']);
  });
  test("not reported is missing, and then a figure lacks its number", async () => {
    assert.deepEqual((await read("NR", "NR")).problems, []);
    assert.equal((await read("NR", "NR")).figures, undefined);
    assert.deepEqual((await read(".31", "NR")).problems, ["2 n: r needs n beside it."]);
  });
  test("a percentage or a bound is no figure", async () => {
    assert.match((await read("31%", "40")).problems[0]!, /2 r: "31%" is a percentage/);
    assert.match((await read("< .31", "40")).problems[0]!, /2 r: "< .31" is a bound/);
  });
});

test("a bound of p stands in nobody's way where the figure is given, and is said", async () => {
  const { figures, problems, changes } = await read(".31", "40", ".25", ["p", "< .001"]);
  assert.deepEqual(problems, []);
  assert.deepEqual(figures, correlation(0.31, 40));
  assert.match(changes[0]!, /^p: "< .001" is a bound and not a value.* It is not needed here/);
  assert.match((await read("", "40", ".25", ["p", "< .001"])).problems[0]!, /2 p: "< .001" is a bound/);
});

test("a moderator is a number only where it can be one", async () => {
  const trait = async (cell: string) => {
    const { traits, changes } = await read(".31", "40", ".25", ["sessions", cell]);
    return [traits?.sessions, changes.length];
  };
  assert.deepEqual(await trait("12"), [12, 0]);
  assert.deepEqual(await trait("45%"), [45, 1]);
  assert.deepEqual(await trait("12,024"), ["12,024", 1]);
  assert.deepEqual(await trait("NR"), [null, 0]);
  assert.deepEqual(await trait("weekly"), ["weekly", 0]);
});

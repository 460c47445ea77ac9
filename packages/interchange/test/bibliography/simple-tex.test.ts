import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "@retorquere/bibtex-parser";
import fc from "fast-check";
import { simpleNames, simpleText } from "../../src/bibliography/simple-tex.ts";

/** What the parser of TeX makes of a title and of names: what is read without it must be the same. */
function parsed(title: string, author: string) {
  const { entries } = parse(`@book{a, title = {${title}}, author = {${author}}}`, {
    sentenceCase: false,
    caseProtection: false,
  });
  const { fields } = entries[0]!;
  const names = (fields.author ?? []).map(({ name, prefix, lastName, firstName, suffix }) =>
    name !== undefined
      ? name
      : `${[prefix, lastName].filter((part) => part !== undefined).join(" ")}, ${[firstName, suffix].filter((part) => part !== undefined).join(", ")}`,
  );
  return { title: fields.title, names };
}

test("what is read without the parser is what the parser reads", () => {
  const word = fc.constantFrom(
    "Alliance",
    "{WAI}",
    "naïve",
    "R\\&D",
    "50\\%",
    "{A {B}}",
    "of",
    "DSM-5:",
    "治疗",
    "a\\_b",
    "\\#1",
  );
  const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(" "));
  const family = fc.constantFrom(
    "Vale",
    "van Dale",
    "von der Heydt",
    "Smith-Jones",
    "Đorđević",
    "De Roten",
    "Vale Roca",
    "李",
  );
  const given = fc.constantFrom("Ida", "J. P.", "Éva Maria", "Jean-Luc", "明", "A.");
  const names = fc
    .array(fc.tuple(family, given), { minLength: 1, maxLength: 4 })
    .map((all) => all.map((one) => one.join(", ")).join(" and "));
  fc.assert(
    fc.property(words, names, (title, author) => {
      const read = parsed(title, author);
      assert.equal(simpleText(title), read.title);
      assert.deepEqual(simpleNames(author), read.names);
    }),
    { numRuns: 100 },
  );
});

test("what is not simple is left to the parser", () => {
  for (const title of ["{\\O}re", "a -- b", "$x$", "``so''", "a~b", "a_b", "50% off", "\\emph{a}", "\\{a\\}"])
    assert.equal(simpleText(title), null, title);
  for (const names of [
    "Ida Vale",
    "Vale, Ida and Moss",
    "King, Jr., Martin Luther",
    "{The Group}",
    "Vale, Ida and others",
    "family=Dale, given=Erik",
    "Dale, Erik van",
    "Vale van Roca, Ida",
    "D{\\'e}, A",
    "and Vale, Ida",
    "",
  ])
    assert.equal(simpleNames(names), null, names);
});

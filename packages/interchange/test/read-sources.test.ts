import assert from "node:assert/strict";
import { test } from "node:test";
import { readSources } from "@concord/interchange";

const wanted = {
  authors: ["Vale, Ida", "van der Holt, Ada"],
  year: 1909,
  title: "On Meeting",
  container: null,
  volume: null,
  doi: null,
};

test("one book in BibTeX, RIS and CSL-JSON is one source", async () => {
  const bibtex =
    "@book{vale1909, author = {Vale, Ida and van der Holt, Ada}, year = 1909, title = {On Meeting}}";
  const ris =
    "TY  - BOOK\nID  - vale1909\nAU  - Vale, Ida\nAU  - van der Holt, Ada\nPY  - 1909\nTI  - On Meeting\nER  - \n";
  const csl = JSON.stringify([
    {
      id: "vale1909",
      type: "book",
      title: "On Meeting",
      author: [
        { family: "Vale", given: "Ida" },
        { family: "Holt", given: "Ada", "non-dropping-particle": "van der" },
      ],
      issued: { "date-parts": [[1909]] },
    },
  ]);
  for (const text of [bibtex, ris, csl]) {
    const { sources, problems } = await readSources(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      sources.map(({ source }) => source),
      [wanted],
    );
  }
  assert.equal((await readSources(csl)).sources[0]?.key, "vale1909");
});

test("what is no bibliography, or has no title, is said", async () => {
  assert.equal((await readSources("[{")).problems.length, 1);
  assert.match((await readSources('[{"id": "x"}]')).problems[0]?.sentence ?? "", /entry 1 has no title/);
});

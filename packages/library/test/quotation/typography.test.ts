import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  buildPostings,
  countWords,
  findTerm,
  segment,
  type Text,
  termOf,
  verifiable,
  verify,
  wordsOf,
} from "@concord/library";
import { english } from "../fixtures/english.ts";
import { ownText } from "../fixtures/own-library.ts";
import { textOf, verdictOn } from "../fixtures/read-text.ts";

const found = (text: Text, words: string): number =>
  findTerm(
    buildPostings(segment(text).map((passage) => ({ ...passage, characters: text.characters }))),
    termOf(words)!,
  ).length;

describe("quotation marks are typography", () => {
  for (const [name, source, quotations] of [
    [
      "French, spaces inside",
      "Le médecin dit : « je vous écoute » et se tait. Le « transfert » est alors le moteur de la cure ; rien d’autre.",
      [
        'Le "transfert" est alors le moteur de la cure',
        "Le « transfert » est alors le moteur de la cure ; rien d’autre",
        "Le “transfert” est alors le moteur",
        "dit: «je vous écoute» et se tait",
      ],
    ],
    [
      "French, narrow and no-break spaces",
      "Il reste là, «\u202Fcomme si de rien n’était\u00A0», jusqu’à la fin.",
      ["là, \"comme si de rien n'était\", jusqu'à la fin", "« comme si de rien n’était »"],
    ],
    [
      "German, low and high",
      "Er sagte: „Das ist ‚sehr‘ gut“ und ging fort.",
      ["Er sagte: \"Das ist 'sehr' gut\" und ging fort", "»Das ist ›sehr‹ gut« und ging"],
    ],
    [
      "German, guillemets that point inwards",
      "Er sagte »ich höre zu« und schwieg lange.",
      ['Er sagte "ich höre zu" und schwieg', "sagte „ich höre zu“ und schwieg lange"],
    ],
    ["Japanese corners", "彼は「よく聞く」と言った。", ["彼は“よく聞く”と言った"]],
  ] as const)
    test(name, async () => {
      const text = await ownText(source);
      for (const quotation of quotations) assert.equal(verdictOn(text, quotation), "verified", quotation);
    });
});

describe("soft hyphens, joiners and accents", () => {
  test("a soft hyphen within a word and at the end of a line", async () => {
    const text = await textOf(
      "s.txt",
      "The physician must win the confi\u00AD\ndence of the patient before the trans\u00AD\n  ference and the coun\u00ADter can be spoken of.\n",
    );
    for (const words of [
      "must win the confidence of the patient",
      "before the transference and the counter can be spoken of",
    ])
      assert.equal(verdictOn(text, words), "verified", words);
    for (const word of ["confidence", "transference", "counter"]) assert.equal(found(text, word), 1, word);
    assert.notEqual(verdictOn(text, "must win the confi dence of the"), "verified");
  });

  test("composed and decomposed accents, ligatures, the long s", async () => {
    const text = await ownText("Zo\u0065\u0308 and Fl\u00FCgel \uFB01rst con\uFB02icted, ſelbſt geſehen.");
    assert.equal(verdictOn(text, "Zo\u00EB and Flu\u0308gel first conflicted, selbst gesehen"), "verified");
    assert.equal(verdictOn(text, "Zoe and Flugel first conflicted"), "near");
    assert.equal(found(text, "first"), 1);
    assert.equal(found(text, "Zoë"), 1);
  });

  test("Hebrew and Arabic with and without points, marks of direction between", async () => {
    const text = await ownText("הַמְטַפֵּל \u200Fמקשיב למטופל היום. العِلاجُ \u200Eيحتاج إلى الثقة دائما.");
    assert.equal(found(text, "המטפל"), 1);
    assert.equal(found(text, "العلاج"), 1);
    assert.equal(verdictOn(text, "מקשיב למטופל היום"), "verified");
    assert.equal(verdictOn(text, "يحتاج إلى الثقة دائما"), "verified");
  });
});

describe("scripts without spaces", () => {
  const chinese =
    "治疗联盟是治疗师与来访者之间的合作关系。它包括纽带、任务和目标三个部分,并且预测治疗的结果。\n";
  test("Chinese: verified, found, long enough", async () => {
    const text = await textOf("zh.txt", chinese);
    for (const words of [
      "治疗联盟是治疗师与来访者之间的合作关系",
      "之间的合作关系",
      "任务和目标三个部分",
      "纽带、任务和目标",
    ])
      assert.equal(verdictOn(text, words), "verified", words);
    assert.equal(verdictOn(text, "治疗联盟不是治疗师与来访者之间的合作关系"), "near");
    assert.equal(verdictOn(text, "联盟"), "too-short");
    assert.equal(found(text, "合作关系"), 1);
    assert.ok(countWords(text.characters, { from: 0, to: text.characters.length }) > 15);
  });

  test("a line that ends within Chinese does not part it", async () => {
    const text = await textOf("zh.txt", "治疗联盟是治疗师与来访\n者之间的合作关系。");
    assert.equal(verdictOn(text, "治疗师与来访者之间的合作关系"), "verified");
  });

  test("Japanese, Thai, Khmer", async () => {
    for (const [source, quotation, word] of [
      [
        "治療同盟はセラピストとクライエントの協力関係である。信頼が大切だ。",
        "セラピストとクライエントの協力関係",
        "信頼",
      ],
      ["ความสัมพันธ์ระหว่างผู้ป่วยกับนักบำบัดเป็นสิ่งสำคัญ", "ระหว่างผู้ป่วยกับนักบำบัด", "สำคัญ"],
      ["ទំនាក់ទំនងរវាងអ្នកជំងឺនិងគ្រូពេទ្យ", "រវាងអ្នកជំងឺនិងគ្រូពេទ្យ", "ពេទ្យ"],
    ] as const) {
      const text = await ownText(source);
      assert.equal(verdictOn(text, quotation), "verified", quotation);
      assert.ok(wordsOf(source).length > 4, source);
      assert.ok(source.includes(word));
    }
  });

  test("a mark that makes another letter is another letter", async () => {
    const text = await ownText("彼はかき氷を食べた。そして行った。");
    assert.notEqual(verdictOn(text, "彼はがき氷を食べた"), "verified");
    assert.deepEqual(wordsOf("กิน กัน"), ["กิน", "กัน"]);
  });
});

describe("every difference is named", () => {
  const source = "Was she ill before? Nobody knew: the doctor’s psycho-analysis, it seems, came late.";
  const check = async (words: string) => verify(verifiable(await ownText(source)), words);

  test("a final mark that became another is a caution", async () => {
    for (const [words, has] of [
      ["Was she ill before.", "?"],
      ["Was she ill before!", "?"],
      ["psycho-analysis, it seems, came late?", "."],
    ] as const) {
      const verdict = await check(words);
      const named =
        verdict.kind === "verified"
          ? verdict.cautions.filter(({ kind }) => kind === "final-mark").map((one) => one.words)
          : verdict.kind === "near"
            ? verdict.place.differences.map(({ inText }) => inText)
            : [];
      assert.deepEqual(named, [has], words);
    }
    const cut = await check("Nobody knew: the doctor’s psycho-analysis.");
    assert.ok(cut.kind === "verified");
    assert.match(english.of(cut.cautions[0]!.message), /but the text has “,”/);
  });

  test("the mark of the text, or none, is no caution", async () => {
    for (const words of [
      "Was she ill before?",
      "“Was she ill before?”",
      "Was she ill before",
      "it seems, came late.",
    ]) {
      const verdict = await check(words);
      assert.ok(verdict.kind === "verified", words);
      assert.deepEqual(verdict.cautions, [], words);
    }
  });

  test("punctuation, spelling and words, each with its place", async () => {
    for (const [words, kind, inText, inQuotation] of [
      ["Was she ill before, Nobody knew", "punctuation", "?", ","],
      ["Nobody knew the doctor’s psycho-analysis", "punctuation", ":", ""],
      ["the doctor psycho-analysis, it seems, came late", "spelling", "doctor’s", "doctor"],
      ["it seems not, came late", "added", "", "not"],
      ["it appears, came late. the", "changed", "seems", "appears"],
    ] as const) {
      const verdict = await check(words);
      assert.ok(verdict.kind === "near", `${words}: ${verdict.kind}`);
      const named = verdict.place.differences.find((each) => each.kind === kind);
      assert.ok(named !== undefined, words);
      assert.equal(named.inText, inText);
      assert.equal(named.inQuotation, inQuotation);
      assert.ok(named.at > 0 && named.at < source.length);
    }
  });

  test("what is near names a difference, whatever sign was changed", async () => {
    const text = await ownText(source);
    for (let at = 4; at < 60; at++) {
      const sign = source[at]!;
      if (/[\s’'"-]/.test(sign)) continue;
      const changed = `${source.slice(0, at)}${/[a-z]/i.test(sign) ? (sign === "x" ? "y" : "x") : ";"}${source.slice(at + 1)}`;
      const verdict = verify(verifiable(text), changed);
      assert.equal(verdict.kind, "near", changed);
      if (verdict.kind === "near") assert.ok(verdict.place.differences.length > 0, changed);
    }
  });
});

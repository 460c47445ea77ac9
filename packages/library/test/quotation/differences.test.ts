import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { verifiable, verify } from "@concord/library";
import { english } from "../fixtures/english.ts";
import { ownText } from "../fixtures/own-library.ts";

/** What is said of words: whether they stand, and each difference as "kind: text → quotation". */
async function said(source: string, words: string): Promise<readonly string[]> {
  const verdict = verify(verifiable(await ownText(source)), words);
  if (verdict.kind !== "near" && verdict.kind !== "verified") return [verdict.kind];
  const differences = verdict.kind === "near" ? verdict.place.differences : verdict.evenedOut;
  const marks =
    verdict.kind === "near"
      ? []
      : verdict.cautions
          .filter(({ kind }) => kind === "final-mark")
          .map(
            ({ words: mark, message }) =>
              `final-mark: ${mark} → ${/ends with “(.)”/u.exec(english.of(message))?.[1]}`,
          );
  return [
    verdict.kind,
    ...differences.map(({ kind, inText, inQuotation }) => `${kind}: ${inText} → ${inQuotation}`),
    ...marks,
  ];
}

const scripts = {
  Latin: [
    "Was she ill before? “Nobody knew”—the doctor’s psycho-analysis, it seems … came late.",
    [
      ["Was she ill before?", "verified"],
      ["Was she ill before.", "verified", "final-mark: ? → ."],
      ["Was she ill before;", "verified", "final-mark: ? → ;"],
      ["Was she ill before!", "near", "punctuation: ? → !"],
      ["was SHE ill before", "verified", "capitals: Was → was", "capitals: she → SHE"],
      ['knew" - the doctor’s psycho-analysis', "verified", 'quotation-mark: ” → "', "dash: — → -"],
      ["the doctor's psycho–analysis", "verified", "quotation-mark: ’ → '", "dash: - → –"],
      ["it seems ... came late.", "verified", "ellipsis: … → ..."],
      ["it seems, came late.", "near", "punctuation: … → ,"],
      ["Was she so ill before?", "near", "added:  → so"],
      ["Was she before?", "near", "left-out: ill → "],
      ["Was she so ill before!", "near", "added:  → so", "punctuation: ? → !"],
      ["Was she so ill before.", "near", "added:  → so", "punctuation: ? → ."],
    ],
  ],
  Spanish: [
    "¿Estaba enferma antes? ¡Nadie lo sabía! El médico llegó tarde.",
    [
      ["Estaba enferma antes?", "verified"],
      ["¿Estaba enferma antes.", "verified", "final-mark: ? → ."],
      ["¡Estaba enferma antes!", "near", "punctuation: ? → !", "punctuation: ¿ → ¡"],
      ["Nadie lo sabia", "near", "spelling: sabía → sabia"],
    ],
  ],
  Greek: [
    "Ήταν άρρωστη πριν; «Κανείς δεν ήξερε» — η ψυχο-ανάλυση του γιατρού· ήρθε αργά.",
    [
      ["Ήταν άρρωστη πριν\u037E", "verified"],
      ["ανάλυση του γιατρού\u0387 ήρθε αργά.", "verified"],
      ["Ήταν άρρωστη πριν.", "verified", "final-mark: ; → ."],
      ["Ήταν άρρωστη πριν!", "near", "punctuation: ; → !"],
      ["ΉΤΑΝ άρρωστη πριν", "verified", "capitals: Ήταν → ΉΤΑΝ"],
      ['Κανείς δεν ήξερε" - η ψυχο-ανάλυση', "verified", 'quotation-mark: » → "', "dash: — → -"],
      ["ανάλυση του γιατρού, ήρθε αργά", "near", "punctuation: · → ,"],
      ["Κανείς δεν το ήξερε", "near", "added:  → το"],
      ["Κανείς ήξερε η ψυχο-ανάλυση του γιατρού", "near", "left-out: δεν → ", "punctuation: » — → "],
    ],
  ],
  Russian: [
    "Была ли она больна раньше? «Никто не знал» — психо-анализ врача, кажется… пришёл поздно.",
    [
      ["Была ли она больна раньше.", "verified", "final-mark: ? → ."],
      ["БЫЛА ли она больна", "verified", "capitals: Была → БЫЛА"],
      ['Никто не знал" – психо-анализ врача', "verified", 'quotation-mark: » → "', "dash: — → –"],
      ["кажется... пришёл поздно", "verified", "ellipsis: … → ..."],
    ],
  ],
  Hebrew: [
    "האם היא הייתה חולה קודם? ״איש לא ידע״ — האנליזה של הרופא, כך נראה, באה מאוחר.",
    [
      ["האם היא הייתה חולה קודם?", "verified"],
      ["האם היא הייתה חולה קודם.", "verified", "final-mark: ? → ."],
      ["האם היא הייתה חולה קודם!", "near", "punctuation: ? → !"],
      ['איש לא ידע" - האנליזה של הרופא', "verified", 'quotation-mark: ״ → "', "dash: — → -"],
      ["האנליזה של הרופא כך נראה", "near", "punctuation: , → "],
      ["האם היא לא הייתה חולה קודם", "near", "added:  → לא"],
      ["האם היא חולה קודם?", "near", "left-out: הייתה → "],
    ],
  ],
  Arabic: [
    "هل كانت مريضة من قبل؟ «لم يعرف أحد» — تحليل الطبيب، على ما يبدو، جاء متأخرا.",
    [
      ["هل كانت مريضة من قبل؟", "verified"],
      ["هل كانت مريضة من قبل.", "verified", "final-mark: ؟ → ."],
      ["هل كانت مريضة من قبل!", "near", "punctuation: ؟ → !"],
      ['لم يعرف أحد" - تحليل الطبيب', "verified", 'quotation-mark: » → "', "dash: — → -"],
      ["تحليل الطبيب, على ما يبدو", "near", "punctuation: ، → ,"],
      ["هل كانت هي مريضة من قبل؟", "near", "added:  → هي"],
      ["هل مريضة من قبل؟", "near", "left-out: كانت → "],
    ],
  ],
  Hindi: [
    "क्या वह पहले बीमार थी? किसी को पता नहीं था। डॉक्टर देर से आया।",
    [
      ["किसी को पता नहीं था।", "verified"],
      ["क्या वह पहले बीमार थी।", "near", "punctuation: ? → ।"],
      ["किसी को पता नहीं था?", "near", "punctuation: । → ?"],
      ["किसी को पता था। डॉक्टर देर", "near", "left-out: नहीं → "],
    ],
  ],
  Chinese: [
    "她以前病了吗？“没有人知道”——医生的分析，似乎……来得太晚了。",
    [
      ["她以前病了吗？", "verified"],
      ["她以前病了吗?", "verified"],
      ["她以前病了吗。", "near", "punctuation: ？ → 。"],
      ["她以前病了吗！", "near", "punctuation: ？ → ！"],
      ["没有人知道」—医生的分析", "verified", "quotation-mark: ” → 」", "dash: —— → —"],
      ["医生的分析、似乎", "near", "punctuation: ， → 、"],
      ["医生的分析似乎", "near", "punctuation: ， → "],
      ["似乎…来得太晚了。", "verified", "ellipsis: …… → …"],
      ["她以前没病了吗？", "near", "added:  → 没"],
    ],
  ],
  Japanese: [
    "彼女は以前病気だったのか？「誰も知らなかった」——医師の分析は、遅かったようだ。",
    [
      ["「誰も知らなかった」", "verified"],
      ["誰も知らなかった", "verified"],
      ["彼女は以前病気だったのか。", "near", "punctuation: ？ → 。"],
      ["誰も知らなかった』——医師の分析は", "verified", "quotation-mark: 」 → 』"],
      ["医師の分析は遅かったようだ", "near", "punctuation: 、 → "],
      ["医師の分析が、遅かったようだ", "near", "changed: は → が"],
      ["彼女は病気だったのか？", "near", "left-out: 以前 → "],
      ["遅かったようだ？", "near", "punctuation: 。 → ？"],
    ],
  ],
} as const;

describe("every difference is named, in every script", () => {
  for (const [script, [source, cases]] of Object.entries(scripts))
    test(script, async () => {
      for (const [words, ...expected] of cases) assert.deepEqual(await said(source, words), expected, words);
    });

  test("a piece before an elision, and after it", async () => {
    const [source] = scripts.Latin;
    assert.deepEqual(await said(source, "Was SHE ill before […] the doctor's psycho-analysis"), [
      "verified",
      "capitals: she → SHE",
      "quotation-mark: ’ → '",
    ]);
  });

  test("what is near names a difference, whatever sign was changed", async () => {
    for (const [source] of Object.values(scripts)) {
      const text = verifiable(await ownText(source));
      const letters = [...source];
      for (const [at, sign] of letters.entries()) {
        if (at < 6 || at > 30 || !/\p{Punctuation}/u.test(sign)) continue;
        const other = /[.。।]/.test(sign) ? "?" : ".";
        const changed = [...letters.slice(0, at), other, ...letters.slice(at + 1)].join("");
        const verdict = verify(text, changed);
        if (verdict.kind === "near") assert.ok(verdict.place.differences.length > 0, changed);
        else assert.equal(verdict.kind, "verified", changed);
      }
    }
  });
});

describe("where a quotation may end", () => {
  test("before a quotation mark with a dash, not within can’t", async () => {
    const text = await said(
      "She said “I never knew of it”—the rest is silence. He can’t stay here.",
      "I never knew of it",
    );
    assert.deepEqual(text, ["verified"]);
    assert.equal(
      (await said("The old doctor says that he can’t stay.", "doctor says that he can"))[0],
      "near",
    );
  });
  test("between Chinese and Latin letters", async () => {
    assert.deepEqual(await said("医生用CBT治疗病人很久了。", "CBT治疗病人"), ["verified"]);
    assert.deepEqual(await said("医生用CBT治疗病人很久了。", "医生用CBT"), ["verified"]);
    assert.notEqual((await said("医生用CBT治疗病人很久了。", "医生用CB"))[0], "verified");
  });
});

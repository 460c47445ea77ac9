import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { staffMessages } from "@concord/messages";
import {
  addStudy,
  everything,
  listClaims,
  listSyntheses,
  Refusal,
  readChange,
  readClaim,
  readEdition,
  readStudy,
  readSynthesis,
  saveEdition,
} from "../../src/index.ts";
import { type APractice, createPractice } from "../practice-fixture.ts";
import { aDraft } from "./a-draft.ts";

const english = staffMessages("en");

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

const question = "alliance-outcome-in-hand";
const all = { search: "", system: null, grade: null, rater: null } as const;

describe("the claims that ship with Concord", () => {
  test("are found by words, by system, by grade and by who rated", async () => {
    const list = (query: Partial<Parameters<typeof listClaims>[2]>) =>
      listClaims(of.context, of.therapist, { ...all, ...query }, english);
    const { claims, total, systems } = await list({});
    assert.equal(claims.length, total);
    assert.ok(total > 20);
    assert.deepEqual(systems.slice(0, 3), ["S1", "S2", "S3"]);
    const found = await list({ search: "FLUCKIGER adult" });
    assert.ok(found.claims.some(({ id }) => id === "alliance-predicts-outcome-adult"));
    assert.ok(found.claims.length < total);
    assert.ok((await list({ system: "S6" })).claims.every(({ serves }) => serves.includes("S6")));
    assert.ok((await list({ grade: "C" })).claims.every(({ grade }) => grade === "C"));
    assert.ok((await list({ rater: "therapist" })).claims.every(({ rater }) => rater === "therapist"));
    assert.deepEqual((await list({ search: "zzzz" })).claims, []);
  });

  test("lead down to their sources, and to single studies where they rest on one", async () => {
    const view = await readClaim(of.context, of.supervisor, "alliance-predicts-outcome-adult");
    assert.deepEqual(
      view.sources.map((source) => (source.kind === "published" ? source.source.id : source.kind)),
      ["fluckiger-2018", "horvath-2011"],
    );
    const { claims } = await listClaims(of.context, of.therapist, all, english);
    const views = await Promise.all(claims.map(({ id }) => readClaim(of.context, of.therapist, id)));
    const studies = views.flatMap(({ sources }) => sources.filter(({ kind }) => kind === "study"));
    assert.ok(studies.length > 0);
    for (const source of studies)
      if (source.kind === "study")
        assert.equal((await readStudy(of.context, of.therapist, source.study.id)).study.id, source.study.id);
    const quoted = await readSynthesis(of.context, of.therapist, "fluckiger-2018", everything);
    assert.equal(quoted.kind, "published");
    assert.deepEqual(quoted.claims.map(({ id }) => id).includes("alliance-predicts-outcome-adult"), true);
  });
});

describe("who may", () => {
  test("staff read, researcher and administrator write, and nobody learns what is not there", async () => {
    for (const actor of [of.therapist, of.supervisor, of.researcher, of.administrator])
      assert.ok((await listSyntheses(of.context, actor)).length > 0);
    for (const actor of [of.therapist, of.supervisor]) {
      await assert.rejects(addStudy(of.context, actor, aDraft()), Refusal);
      await assert.rejects(saveEdition(of.context, actor, question), Refusal);
    }
    const holder = { kind: "form-holder", practice: of.practice, request: "r" } as const;
    await assert.rejects(listClaims(of.context, holder, all, english), Refusal);
    await assert.rejects(readClaim(of.context, of.therapist, "no-such-claim"), Refusal);
    await assert.rejects(readSynthesis(of.context, of.therapist, "nothing", everything), Refusal);
    await assert.rejects(readStudy(of.context, of.therapist, "nothing"), Refusal);
    await assert.rejects(readChange(of.context, of.therapist, "nothing"), Refusal);
    await assert.rejects(readEdition(of.context, of.therapist, question, 9), Refusal);
  });
});

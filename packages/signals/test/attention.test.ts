import assert from "node:assert/strict";
import { test } from "node:test";
import { type DatedScore, type RiskMark, type TraceInput, trace } from "@concord/course";
import { rated } from "@concord/course/testing";
import { staffMessages } from "@concord/messages";
import { seededChance } from "@concord/numerics";
import {
  type AttentionItem,
  attentionKinds,
  attentionOf,
  detectAll,
  eventsOf,
  type KnownOfCase,
  type RepairStep,
} from "@concord/signals";
import { tension } from "./ratings.ts";

const english = staffMessages("en");
const italian = staffMessages("it");

const attention = (
  scores: readonly DatedScore[],
  more: Partial<TraceInput> = {},
  known: KnownOfCase = {},
) => {
  const course = trace({ case: "a", scores, ...more });
  return attentionOf(course, detectAll(course), known);
};
const ids = ({ items }: { readonly items: readonly AttentionItem[] }) => items.map((item) => item.id);
const phq = { construct: "outcome", instrument: "phq-9", maximum: 27, better: "lower" } as const;
const steady = [75, 76, 75, 77, 76];
const therapist = { rater: "therapist" } as const;
const suicide = (session: number, value = 2): RiskMark => ({
  session,
  rater: "client",
  instrument: "phq-9",
  item: "i09",
  value,
  about: "suicide",
});
const step = (rupture: number, name: RepairStep["step"], takenIn: number): RepairStep => ({
  rupture,
  step: name,
  state: "done",
  takenIn,
  words: null,
  recordedAt: "2026-01-01T00:00:00.000Z",
});

test("one decrease, seen by several rules, by both raters and in a report, is one event in one sentence", () => {
  const found = attention([
    ...rated([...steady, 50, 52]),
    ...rated([70, 71, 70, 72, 71, 48, 49], therapist),
    ...tension([0, 0, 0, 0, 0, 0, 0], "client"),
    ...tension([0, 0, 0, 0, 0, 2, 0], "therapist"),
  ]);
  assert.deepEqual(ids(found), ["alliance-event 6"]);
  const [item] = found.items;
  assert.ok(item!.signals.length >= 4, "several rules saw it");
  assert.deepEqual(item!.event!.seenBy.toSorted(), ["client", "therapist"]);
  assert.equal(
    english.of(item!.message).replace(/\s+/g, " ").trim(),
    "The client’s alliance rating decreased from 76 in session 5 to 50 in session 6, and was 52 in session 7. " +
      "The rating by the therapist decreased too. Tension or a misunderstanding was reported by the therapist (session 6). " +
      "The client did not report any; such differences are common. Consider asking what has changed.",
  );
  assert.ok(italian.of(item!.message).includes("seduta 6"));
});

test("a level that is regained is history: no item, no card, and the event says when", () => {
  const found = attention(rated([...steady, 50, 76]));
  assert.deepEqual(found.items, []);
  assert.deepEqual(found.advice, []);
  assert.equal(found.weight, null);
  const [event] = found.events;
  assert.deepEqual([event?.state, event?.regainedIn], ["regained", 7]);
});

test("halfway back is not regained; back again after a second decrease counts from the second", () => {
  assert.deepEqual(ids(attention(rated([...steady, 45, 60]))), ["alliance-event 6"]);
  const twice = attention(rated([...steady, 45, 76, 44])).events;
  assert.equal(twice.findLast((event) => event.alerts)?.state, "open");
});

test("repair steps turn an open event into one being repaired; the next form decides whether it is regained", () => {
  const low = rated([...steady, 45, 46]);
  const repairs = [step(6, "named", 7)];
  assert.equal(attention(low, {}, { repairs }).events[0]?.state, "being-repaired");
  assert.equal(attention(rated([...steady, 45, 46, 76]), {}, { repairs }).events[0]?.state, "regained");
  assert.equal(attention(rated([...steady, 45, 46, 48]), {}, { repairs }).events[0]?.state, "being-repaired");
});

test("a level that stays low becomes history after a while, and the headline says so", () => {
  const found = attention(rated([...steady, ...Array.from({ length: 12 }, (_, at) => 50 + (at % 2))]));
  assert.deepEqual(ids(found), []);
  assert.equal(found.events.find((event) => event.alerts)?.state, "closed");
  assert.match(english.of(found.headline), /lower since session 6/);
});

test("a report alone is an event; the next form without tension ends it; one resolved in the session asks for nothing", () => {
  const both = (client: readonly number[]) => [...rated(client.map(() => 75)), ...tension(client, "client")];
  assert.deepEqual(ids(attention(both([0, 0, 2]))), ["alliance-event 3"]);
  assert.deepEqual(ids(attention(both([0, 0, 2, 0]))), []);
  const resolved = rated([null, null, 4], {
    construct: "rupture",
    instrument: "concord-rupture-client",
    scale: "resolved",
    minimum: 0,
    maximum: 4,
    better: "higher",
  });
  assert.deepEqual(ids(attention([...both([0, 0, 2]), ...resolved])), []);
});

test("a safety answer comes first, then the outcome, then the alliance, then patterns and missing forms", () => {
  const found = attention(
    [
      ...rated([...steady, 50, 51]),
      ...rated([6, 7, 8, 14, 18, 20, 22], phq),
      ...rated([75, 76, 75, 77, 76, 75, 76], { scale: "bond" }),
    ],
    { risks: [suicide(7)] },
  );
  const kinds = found.items.map((item) => item.kind);
  assert.deepEqual(kinds, ["safety", "outcome", "alliance-event"]);
  assert.equal(found.weight, "urgent");
  assert.equal(found.headline, found.items[0]?.message);
});

test("unreviewed goes before overdue, overdue before followed up; a closed one comes last and the newest answer leads", () => {
  const order = (review: "unreviewed" | "overdue" | "followed-up" | "closed") =>
    attention(
      rated(steady),
      { risks: [suicide(4), suicide(5, 3)] },
      {
        safety: [
          { session: 4, instrument: "phq-9", review: "closed" },
          { session: 5, instrument: "phq-9", review },
        ],
      },
    ).items[0]!;
  assert.deepEqual(
    (["unreviewed", "overdue", "followed-up", "closed"] as const).map((review) => order(review).weight),
    ["urgent", "urgent", "persistent", "note"],
  );
  assert.equal(order("unreviewed").session, 5);
  assert.equal(order("unreviewed").signals.length, 2);
  assert.match(english.of(order("closed").message), /0 on this question is no reassurance/);
  const last = attention(
    rated([...steady, 50]),
    { risks: [suicide(6)] },
    { safety: [{ session: 6, instrument: "phq-9", review: "closed" }] },
  );
  assert.deepEqual(
    last.items.map((item) => item.kind),
    ["alliance-event", "safety"],
  );
});

test("the answer that is named is the one whose review is furthest behind, not the newest", () => {
  const found = attention(
    rated(steady),
    { risks: [suicide(3, 1), suicide(5, 3)] },
    {
      safety: [
        { session: 3, instrument: "phq-9", review: "unreviewed" },
        { session: 5, instrument: "phq-9", review: "closed" },
      ],
    },
  ).items[0]!;
  assert.equal(found.session, 3);
  assert.match(
    english.of(found.message),
    /answered 1 [\s\S]*\(session 3\)[\s\S]*No one has reviewed this answer/,
  );
});

test("one measure rated by two people gives an item each, each with its own sentence", () => {
  const scores = (["client", "caregiver"] as const).flatMap((rater) =>
    rated(rater === "client" ? [6, 12, 20] : [7, 13, 22], { ...phq, rater }),
  );
  const items = attention([...rated(steady), ...scores]).items.filter((item) => item.kind === "outcome");
  assert.equal(new Set(items.map((item) => item.id)).size, 2);
  assert.equal(new Set(items.map((item) => english.of(item.message))).size, 2);
});

test("an unreviewed answer stays however long ago it was; a file, which shows no reviews, lets old ones go", () => {
  const long = rated(Array.from({ length: 12 }, (_, at) => 75 + (at % 2)));
  const scores = [...long, ...rated([10, 10, 9, 9, 8, 8, 7, 7, 6, 6, 5, 5], phq)];
  const safety = [{ session: 2, instrument: "phq-9", review: "unreviewed" }] as const;
  assert.equal(attention(scores, { risks: [suicide(2)] }, { safety }).items[0]?.kind, "safety");
  assert.equal(
    attention(scores, { risks: [suicide(2)] }).items.some((item) => item.kind === "safety"),
    false,
  );
});

const avoidant = {
  attachment: {
    session: 0,
    population: null,
    leaning: { kind: "leaning", strategy: "deactivating", chance: 0.9 },
  },
} as unknown as KnownOfCase;

test("safety, a worse outcome and a distance that is felt pause the plan for distance, with the reason", () => {
  const calm = attention(rated(steady), {}, avoidant);
  assert.ok(calm.advice.some(({ card }) => card.id.startsWith("deactivating")));
  const cases = {
    safety: attention(rated(steady), { risks: [suicide(5)] }, avoidant),
    outcome: attention([...rated(steady), ...rated([6, 8, 12, 18, 20], phq)], {}, avoidant),
    "distance-felt": attention(
      [
        ...rated(steady),
        ...rated([80], {
          construct: "distance",
          instrument: "concord-distance-client",
          scale: "too-close",
          better: "neither",
        }),
      ],
      {},
      avoidant,
    ),
  };
  for (const [because, found] of Object.entries(cases)) {
    assert.ok(
      found.suspended.some((each) => each.because === because),
      because,
    );
    assert.ok(
      found.advice.every(({ card }) => !card.id.startsWith("deactivating")),
      because,
    );
    assert.ok(
      found.paused.some(({ card }) => card.id.startsWith("deactivating")),
      because,
    );
  }
});

test("a planned ending is not advised beside a safety answer, and is again once the review is closed", () => {
  const ending = { endingFrom: 4, risks: [suicide(5)] };
  const shown = (review: "unreviewed" | "followed-up" | "closed") =>
    attention(rated(steady), ending, {
      safety: [{ session: 5, instrument: "phq-9", review }],
    }).advice.map(({ card }) => card.id);
  assert.equal(shown("unreviewed").includes("ending-announced"), false);
  assert.equal(shown("followed-up").includes("ending-announced"), false);
  assert.equal(shown("closed").includes("ending-announced"), true);
});

test("a therapist who rates a little lower is as usual; one who rates far lower is not", () => {
  const both = (client: readonly number[], own: readonly number[]) =>
    ids(attention([...rated(client), ...rated(own, therapist)]));
  assert.deepEqual(both([80, 82, 81, 79, 80], [71, 73, 72, 70, 71]), []);
  assert.deepEqual(both([80, 82, 81, 79, 80], [60, 63, 60, 58, 61]), ["pattern therapist-rates-lower"]);
});

test("a case in which nothing needs attention is told in one line", () => {
  const found = attention([...rated([70, 72, 75, 76, 78, 80]), ...rated([14, null, null, 12, null, 9], phq)]);
  assert.deepEqual(found.items, []);
  assert.match(english.of(found.headline), /The client rates the alliance at 80 of 100 \(session 6\)/);
  assert.doesNotMatch(english.of(found.headline), /undefined|NaN|\{/);
});

test("over random cases: ids are unique, order is fixed, the headline is the first item, regained events give no item", () => {
  const chance = seededChance(7);
  let items = 0;
  for (let round = 0; round < 300; round++) {
    const length = 1 + Math.floor(chance() * 20);
    const line = (level: number, spread: number) =>
      Array.from({ length }, () =>
        chance() < 0.1
          ? null
          : Math.min(100, Math.max(0, level + spread * (chance() - 0.5) - (chance() < 0.08 ? 30 : 0))),
      );
    const scores = [
      ...rated(line(75, 14)),
      ...rated(line(68, 14), therapist),
      ...tension(
        line(0, 0).map((one) => (one === null ? null : chance() < 0.9 ? 0 : Math.round(chance() * 2))),
        "client",
      ),
      ...rated(
        line(40, 50).map((one) => (one === null ? null : Math.round((27 * one) / 100))),
        phq,
      ),
    ];
    const risks = chance() < 0.3 ? [suicide(1 + Math.floor(chance() * length))] : [];
    const found = attention(scores, { risks });
    items += found.items.length;
    assert.equal(new Set(ids(found)).size, found.items.length);
    assert.deepEqual(found.headline, found.items[0]?.message ?? found.headline);
    const places = found.items
      .filter((item) => item.review !== "closed")
      .map((item) => attentionKinds.indexOf(item.kind));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
    for (const item of found.items) {
      assert.ok(
        item.event === undefined || item.event.state === "open" || item.event.state === "being-repaired",
      );
      for (const messages of [english, italian]) {
        assert.doesNotMatch(messages.of(item.message), /undefined|NaN|null|[{}]/);
      }
    }
    const starts = found.events.map((event) => event.start);
    assert.equal(new Set(starts).size, starts.length, "events do not overlap");
    assert.deepEqual(
      eventsOf(trace({ case: "a", scores, risks }), detectAll(trace({ case: "a", scores, risks }))),
      found.events,
      "the same case gives the same events",
    );
  }
  assert.ok(items > 100, "the random cases hold something to order");
});

test("several smaller decreases together are told as one, with what was expected", () => {
  const found = attention(rated([80, 79, 71, 84, 69, 78, 58, 71, 52, 54]));
  const told = found.items[0]?.message;
  assert.equal(told?.id, "signals.event.gradual");
  const plain = (text: string) => text.replace(/\s+/g, " ").trim();
  assert.equal(
    plain(english.of(told)),
    "The client’s alliance rating has been lower than expected for several sessions: 54 in session 10, about 69 " +
      "expected. Consider asking what has changed.",
  );
  assert.equal(
    plain(italian.of(told)),
    "La valutazione dell’alleanza del paziente è da più sedute più bassa del previsto: 54 nella seduta 10, circa 69 " +
      "attesi. Valuti se chiedere che cosa è cambiato.",
  );
});

test("the mark is that of the item that the headline tells", () => {
  const found = attention([
    ...rated([...steady, 76, 77, 40, 38]),
    ...rated([20, 20, 20, 19, 20, 20, 20, 20, 19], phq),
  ]);
  assert.deepEqual(
    found.items.map(({ kind }) => kind),
    ["outcome", "alliance-event"],
  );
  assert.notEqual(found.items[0]!.weight, found.items[1]!.weight, "of different severity");
  assert.equal(found.weight, found.items[0]!.weight);
  assert.deepEqual(found.headline, found.items[0]!.message);
});

test("repair steps belong to the event during which their session lies, also one that was taken back", () => {
  const ratings = rated([...steady, 76, 77, 40, 38, 39]);
  const { events: before } = attention(ratings);
  const [event] = before;
  assert.ok(before.length === 1 && event !== undefined && event.end > event.start);
  for (const session of [event.start, event.start + 1, event.end]) {
    const { events } = attention(ratings, {}, { repairs: [step(session, "named", session + 1)] });
    assert.deepEqual(
      events.map(({ start, state, steps }) => [start, state, steps.named?.takenIn]),
      [[event.start, "being-repaired", session + 1]],
    );
  }
  const inside = step(event.end, "named", event.end);
  const takenBack = { ...step(event.start, "named", event.end), state: "taken-back" as const };
  const { events } = attention(ratings, {}, { repairs: [inside, takenBack] });
  assert.deepEqual(
    events.map(({ start, steps }) => [start, steps.named]),
    [[event.start, null]],
  );
  const outside = attention(ratings, {}, { repairs: [step(2, "named", 3)] }).events;
  assert.deepEqual(
    outside.map(({ start }) => start),
    [2, event.start],
    "a repair of a session without an event is one of its own",
  );
});

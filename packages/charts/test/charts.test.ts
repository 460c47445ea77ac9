import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  chartStyles,
  congruenceChart,
  controlChart,
  courseChart,
  describeCourse,
  escapeText,
  signalKeys,
  sparkline,
} from "@concord/charts";
import type { Course, Point } from "@concord/course";
import { staffMessages } from "@concord/messages";
import fc from "fast-check";
import { emptyCourse, fullCourse, fullSignals, pairing, series, signal } from "./course-value.ts";

const messages = staffMessages("en");

const percent = fc.double({ min: 0, max: 100, noNaN: true });
const rating = fc.option(percent, { nil: null });

const anyPoints: fc.Arbitrary<readonly Point[]> = fc
  .array(rating, { maxLength: 60 })
  .map((values) =>
    values.flatMap((value, index) => (value === null ? [] : [{ session: index + 1, value, percent: value }])),
  );

const anyCourse: fc.Arbitrary<Course> = fc
  .record({
    client: anyPoints,
    therapist: anyPoints,
    missed: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 8 }),
    absent: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 4 }),
  })
  .map(({ client, therapist, missed, absent }) => ({
    ...emptyCourse,
    sessions: Math.max(0, ...client.map((point) => point.session)),
    series: [
      { ...series("client", "total", []), points: client },
      { ...series("therapist", "total", []), points: therapist },
    ],
    missed: missed.map((session) => ({ session, rater: "client" as const, construct: "alliance" as const })),
    notAttended: absent,
  }));

describe("every drawing", () => {
  test("holds only finite numbers, no style attribute, and each id once", () => {
    fc.assert(
      fc.property(anyCourse, fc.constantFrom(358, 640, 960), (course, width) => {
        const svg = courseChart(course, [signal(1, "note", "A word.")], { messages, width });
        assert.doesNotMatch(svg, /NaN|Infinity|undefined|null/);
        assert.doesNotMatch(svg, / style=/);
        const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
        assert.equal(new Set(ids).size, ids.length);
      }),
    );
  });

  test("opens and closes every element", () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const open: string[] = [];
        for (const [, closing, name, selfClosing] of courseChart(course, [], { messages }).matchAll(
          /<(\/?)([a-z]+)[^>]*?(\/?)>/g,
        )) {
          if (closing === "/") assert.equal(open.pop(), name);
          else if (selfClosing !== "/") open.push(name as string);
        }
        assert.deepEqual(open, []);
      }),
    );
  });

  test("keeps every mark inside the plot", () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const svg = courseChart(course, [], { messages, width: 960 });
        for (const [, x, y] of svg.matchAll(/<circle [^>]*cx="([^"]+)" cy="([^"]+)"/g)) {
          assert.ok(Number(x) >= 40 && Number(x) <= 848 && Number(y) >= 0, `${x}, ${y}`);
        }
      }),
    );
  });

  test("carries both palettes only where it travels alone", () => {
    const alone = courseChart(fullCourse, [], { messages, standalone: true });
    assert.match(alone, /prefers-color-scheme: dark/);
    assert.match(alone, /--client: #/);
    assert.doesNotMatch(courseChart(fullCourse, [], { messages }), /<style/);
  });

  test("escapes words from people", () => {
    const hostile = `</title><script>alert("1")</script>&'`;
    const svg = courseChart({ ...fullCourse, case: hostile }, [signal(8, "note", hostile)], {
      messages,
      titles: { "phq-9": hostile },
      standalone: true,
    });
    assert.doesNotMatch(svg, /<script/);
    assert.match(svg, /&lt;script&gt;alert\(&quot;1&quot;\)/);
    assert.equal(escapeText("a\u0000b\u0007"), "a\uFFFDb\uFFFD");
  });
});

describe("the lines of a course", () => {
  test("stand at their percent: 100 at the top of the panel, 0 at the foot", () => {
    const course = { ...emptyCourse, sessions: 3, series: [series("client", "total", [0, 50, 100])] };
    const svg = courseChart(course, [], { messages });
    const heights = [...svg.matchAll(/<circle [^>]*cy="([^"]+)" r="3.75"/g)].map((match) => Number(match[1]));
    assert.equal(heights.length, 3);
    const [low, middle, high] = heights as [number, number, number];
    assert.equal(middle, (low + high) / 2);
    assert.equal(low - high, 208);
  });

  test("break where a form was missed and lead across in dots", () => {
    const svg = courseChart(fullCourse, [], { messages });
    assert.equal(svg.match(/chart-gap chart-gap--client"/g)?.length, 2 + 3 * 2);
  });

  test("do not break where nothing was asked", () => {
    const course = { ...emptyCourse, sessions: 9, series: [series("client", "total", [50, null, null, 60])] };
    assert.doesNotMatch(courseChart(course, [], { messages }), /chart-gap/);
  });

  test("draw the longest series when a rater filled in two instruments", () => {
    const long = series("client", "total", [10, 20, 30]);
    const short = { ...series("client", "total", [90]), instrument: "other" };
    const svg = courseChart({ ...emptyCourse, sessions: 3, series: [short, long] }, [], { messages });
    assert.match(svg, />Client 30</);
    assert.doesNotMatch(svg, />Client 90</);
  });

  test("show the range expected for each rating, from the fourth on", () => {
    assert.match(courseChart(fullCourse, [], { messages }), /Range expected at the latest rating: 55 to 83/);
    const bands = (values: readonly number[]) => {
      const course = { ...emptyCourse, sessions: values.length, series: [series("client", "total", values)] };
      return courseChart(course, [], { messages }).match(/class="chart-usual"/g)?.length ?? 0;
    };
    assert.deepEqual([bands([50, 60, 70]), bands([50, 60, 70, 65]), bands([50, 60, 70, 65, 66])], [0, 1, 2]);
  });
});

describe("signal keys", () => {
  test("number sessions in order and lead with the heaviest", () => {
    const keys = signalKeys(fullSignals);
    assert.deepEqual(
      keys.map((key) => [key.number, key.session, key.weight, key.signals.length]),
      [
        [1, 1, "note", 1],
        [2, 8, "credible", 2],
        [3, 9, "urgent", 2],
        [4, 10, "note", 1],
      ],
    );
  });

  test("give every weight its own outline", () => {
    const outlines = (["urgent", "persistent", "credible", "note"] as const).map((weight) => {
      const svg = courseChart(fullCourse, [signal(8, weight, "A word.")], { messages });
      return /class="chart-flag [^"]*" d="([^"]+)"/.exec(svg)?.[1];
    });
    assert.equal(new Set(outlines).size, 4);
  });
});

describe("words for the picture", () => {
  test("tell first, last and lowest, phases, missed forms and signals", () => {
    const words = describeCourse(fullCourse, fullSignals, messages, { "phq-9": "PHQ-9" });
    assert.match(
      words,
      /Client, alliance: 58 of 100 in session 1, 82 in session 16, minimum 48 in session 8/,
    );
    assert.match(words, /PHQ-9 \(0 to 27, lower is better\): 18 in session 1, 7 in session 16/);
    assert.match(words, /ending from session 14/);
    assert.match(words, /Therapist questionnaire not answered in sessions 4 and 10\./);
    assert.match(words, /Signal 3, session 9, urgent/);
    assert.equal(describeCourse(emptyCourse, [], messages), "No ratings yet.");
  });
});

describe("small charts", () => {
  test("a sparkline breaks at missing sessions and survives none at all", () => {
    assert.equal(sparkline([50, 60, null, 70, 80]).match(/M/g)?.length, 1 + 2);
    assert.doesNotMatch(sparkline([]), /circle/);
    assert.match(sparkline([]), /aria-hidden="true"/);
  });

  test("a congruence chart joins the two chairs only where both rated", () => {
    const stems = /class="chart-between" d="([^"]+)"/.exec(congruenceChart(pairing, { messages }))?.[1] ?? "";
    assert.equal(stems.match(/V/g)?.length, 13);
  });

  test("a control chart rings points outside limits it was given, and none without limits", () => {
    const limits = { centre: 60, lower: 50, upper: 70, warning: 53 };
    const at = (session: number, value: number) => ({ session, percent: value, limits });
    assert.equal(
      controlChart([at(1, 60), at(2, 49), at(3, 71)], { messages }).match(/chart-ring/g)?.length,
      2,
    );
    assert.doesNotMatch(controlChart([{ session: 1, percent: 5, limits: null }], { messages }), /chart-ring/);
  });

  test("the style sheet names every custom property a drawing needs and nothing foreign", () => {
    const styles = chartStyles();
    assert.doesNotMatch(styles, /url\(|@import|expression/);
    for (const rater of ["client", "therapist", "observer", "caregiver", "member", "outcome"]) {
      assert.ok(styles.includes(`.chart-mark--${rater}`), rater);
    }
  });
});

import type { Construct, Course, Rater } from "@concord/course";
import type { StaffMessage, Text } from "@concord/messages";
import { feedbackHelps, weakAllianceDropout } from "../basis.ts";
import { detector, type Finding } from "../rule.ts";

const parameters = {
  /** How many running. */
  running: 2,
};

/**
 * Did a form, or the client, stay away twice running or more?
 *
 * Forms: two neighbouring sessions that took place and in which the same form did not come back; a session
 * that was not attended lies outside the count and breaks nothing. Sessions: two neighbouring ones not
 * attended.
 */
export const missing = detector({
  id: "missing",
  version: "1.0.0",
  kind: "missing",
  parameters,
  provisional: false,
  basis: [weakAllianceDropout, feedbackHelps],
  because: ["weak-alliance-precedes-dropout", "progress-feedback-helps-a-little"],
  find: (course, given) => [...missedSessions(course, given), ...missedForms(course, given)],
});

function missedSessions(course: Course, { running }: typeof parameters): readonly Finding[] {
  return streaks(course.notAttended, new Set()).flatMap((streak) => {
    if (streak.length < running) return [];
    const first = streak[0]!;
    const last = streak.at(-1)!;
    const back = course.sessions > last ? { repairedAt: last + 1 } : {};
    return [
      {
        weight: streak.length > running ? "persistent" : "credible",
        session: first,
        rater: "client",
        construct: "alliance",
        scale: "attendance",
        message: { id: "signals.missing.sessions", values: { sessions: range(first, last) } },
        figures: { running: streak.length },
        length: last - first + 1,
        ...back,
      },
    ];
  });
}

function missedForms(course: Course, { running }: typeof parameters): readonly Finding[] {
  const away = new Set(course.notAttended);
  const forms = new Map<string, { rater: Rater; construct: Construct; sessions: number[] }>();
  for (const { rater, construct, session } of course.missed) {
    const form = forms.get(`${rater} ${construct}`) ?? { rater, construct, sessions: [] };
    form.sessions.push(session);
    forms.set(`${rater} ${construct}`, form);
  }
  return [...forms.values()].flatMap(({ rater, construct, sessions }) =>
    streaks(sessions, away).flatMap((streak) => {
      if (streak.length < running) return [];
      const first = streak[0]!;
      const last = streak.at(-1)!;
      const answered = course.series
        .filter((series) => series.rater === rater && series.construct === construct)
        .flatMap((series) => series.points.map((point) => point.session))
        .filter((session) => session > last);
      return [
        {
          weight: rater !== "therapist" && streak.length > running ? "credible" : "note",
          session: first,
          rater,
          construct,
          scale: "form",
          message: questionnaireMessage(rater, construct, streak.length, range(first, last)),
          figures: { running: streak.length },
          length: last - first + 1,
          ...(answered.length === 0 ? {} : { repairedAt: Math.min(...answered) }),
        },
      ];
    }),
  );
}

function questionnaireMessage(
  rater: Rater,
  construct: Construct,
  count: number,
  sessions: Text,
): StaffMessage {
  return {
    id: "signals.missing.questionnaire",
    values: {
      rater,
      construct: { id: `signals.construct.${construct}`, values: {} },
      count,
      sessions,
      comment: rater === "therapist" ? "therapist" : "client",
    },
  };
}

/** Neighbouring sessions in one piece; sessions in `between` do not part neighbours. */
function streaks(sessions: readonly number[], between: ReadonlySet<number>): readonly (readonly number[])[] {
  const pieces: number[][] = [];
  for (const session of [...new Set(sessions)].sort((a, b) => a - b)) {
    const piece = pieces.at(-1);
    let next = (piece?.at(-1) ?? Number.NaN) + 1;
    while (next < session && between.has(next)) next++;
    if (piece !== undefined && next === session) piece.push(session);
    else pieces.push([session]);
  }
  return pieces;
}

function range(first: number, last: number): Text {
  return last === first + 1
    ? { id: "signals.sessions.two", values: { first, last } }
    : { id: "signals.sessions.range", values: { first, last } };
}

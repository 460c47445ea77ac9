import type { UnscorableMessage } from "@concord/instruments";
import type { StaffMessage } from "@concord/messages";

/*
 * Earlier versions stored English sentences where messages are stored now. Each function returns the message that such a
 * sentence is, or one that shows the sentence as it is.
 */

type Pattern<One extends StaffMessage> = readonly [pattern: RegExp, message: (groups: Groups) => One];
type Groups = Readonly<Record<string, string>>;

function recognised<One extends StaffMessage>(text: string, patterns: readonly Pattern<One>[]) {
  for (const [pattern, message] of patterns) {
    const found = pattern.exec(text);
    if (found !== null) return message({ ...found.groups });
  }
  return { id: "stored.text", values: { text } } as const;
}

/** Returns the message of a line of the caseload. */
export function headlineFromText(text: string): StaffMessage {
  return recognised<StaffMessage>(text, [
    [/^No ratings have come in yet\.$/, () => ({ id: "stored.headline.none", values: {} })],
    [/^Nothing stands out at present\.$/, () => ({ id: "stored.headline.quiet", values: {} })],
  ]);
}

const topics: Readonly<Record<string, StaffMessage>> = {
  "suicide or self-harm": { id: "stored.topic.suicide", values: {} },
  "harm to others": { id: "stored.topic.harm-to-others", values: {} },
  "substance use": { id: "stored.topic.substance", values: {} },
  safety: { id: "stored.topic.safety", values: {} },
};

/** Returns the message of a risk task. */
export function taskFromText(text: string): StaffMessage {
  return recognised<StaffMessage>(text, [
    [
      /^The (?<questionnaire>.+) (?:at (?<intake>intake)|in session (?<session>\d+)) has an answer about (?<about>.+)\. Ask the client about it today\.$/,
      ({ questionnaire = "", session = "0", about = "" }) => ({
        id: "stored.task.risk",
        values: {
          questionnaire,
          session: Number(session),
          topics: about.split(", ").map((one) => topics[one] ?? one),
        },
      }),
    ],
  ]);
}

/** Returns the message of a synthesis. A pooled result is shown as it was first to be cited. */
export function synthesisFromText(text: string): StaffMessage {
  return recognised<StaffMessage>(text, [
    [
      /^There is no result: (?<reason>.+)\.$/s,
      ({ reason = "" }) => ({ id: "stored.synthesis.no-result", values: { reason } }),
    ],
    [
      /^One study alone \((?<study>.+?)\) gives (?<result>.+)\.$/s,
      ({ study = "", result = "" }) => ({ id: "stored.synthesis.one-study", values: { study, result } }),
    ],
  ]);
}

/** Returns the message of what went wrong in a background job. */
export function failureFromText(text: string): StaffMessage {
  return recognised<StaffMessage>(text, [
    [
      /^The database refused \(SQLSTATE (?<code>\w+)(?:, (?<place>[^)]+))?\)\.$/,
      ({ code = "", place }) => ({
        id: "stored.failure.database",
        values: { code, where: place === undefined ? "none" : "other", place: place ?? "" },
      }),
    ],
    [
      /^The database could not be reached \((?<code>\w+)\)\.$/,
      ({ code = "" }) => ({ id: "stored.failure.unreachable", values: { code } }),
    ],
    [
      /^A step could not be done \((?<name>.+)\); the record of the server says more\.$/,
      ({ name = "" }) => ({ id: "stored.failure.step", values: { name } }),
    ],
    [
      /^It ended for a reason that nobody foresaw\.$/,
      () => ({ id: "stored.failure.unexpected", values: {} }),
    ],
  ]);
}

/** Returns the message of why a scale has no score. */
export function unscorableFromText(text: string): UnscorableMessage {
  return recognised<UnscorableMessage>(text, [
    [/^key needed$/, () => ({ id: "stored.score.no-key", values: {} })],
    [/^only its total can be entered$/, () => ({ id: "stored.score.total-only", values: {} })],
    [/^not asked$/, () => ({ id: "stored.score.not-asked", values: {} })],
    [
      /^(?<answered>\d+) of (?<items>\d+) items answered; (?<rule>all|at least (?<needed>\d+)) are needed$/,
      ({ answered, items, rule, needed }) => ({
        id: "stored.score.too-few",
        values: {
          answered: Number(answered),
          items: Number(items),
          rule: rule === "all" ? "all" : "other",
          needed: Number(needed ?? items),
        },
      }),
    ],
    [
      /^item (?<item>\S+) is not (?<range>.+): (?<given>[^:]+)$/,
      ({ item = "", range = "", given = "" }) => ({
        id: "stored.score.out-of-range",
        values: { item, range, given },
      }),
    ],
    [
      /^risk item (?<item>\S+) was left empty and is not filled in$/,
      ({ item = "" }) => ({ id: "stored.score.risk-item", values: { item } }),
    ],
    [
      /^answered in version (?<answered>.+); this key is for version (?<key>.+)$/,
      ({ answered = "", key = "" }) => ({ id: "stored.score.other-version", values: { answered, key } }),
    ],
  ]);
}

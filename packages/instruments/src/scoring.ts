import type { Instrument, Item, RiskItem, Scale } from "./instrument.ts";
import { codesOf, type Range, rangeText, scaleRange } from "./item-range.ts";
import type { Response } from "./response.ts";
import type { RiskAnswer, ScaleScore, Score, Unscorable, UnscorableMessage } from "./score.ts";
import { inVersion } from "./version.ts";

/** Of the rules in this file. Raised whenever the same response would give another score. */
export const scoringVersion = "1.0.0";

/** Scores responses to one form. Made once by `scorer`, then called for each response. */
export type Scorer = (response: Response) => Score;

const made = new WeakMap<Instrument, Scorer>();

/** Returns what these answers amount to on each scale of the version that was answered. See `scorer` for the rules. */
export function score(instrument: Instrument, response: Response): Score {
  const answered = inVersion(instrument, response.version);
  let known = made.get(answered);
  if (known === undefined) {
    known = scorer(answered);
    made.set(answered, known);
  }
  return known(response);
}

/**
 * Makes the function that scores one form: looks everything up once, so that a batch costs only arithmetic.
 *
 * A reversed answer counts as minimum + maximum − x. With fewer answers than the scale requires the result is
 * `Unscorable`; with enough, what is missing takes the person's own mean on the scale (a sum is mean × number of
 * items). A risk item is never filled in: a scale in which one is missing is `Unscorable`, and the risks are read
 * from the raw answers, whatever becomes of the scales.
 */
export function scorer(instrument: Instrument): Scorer {
  const items = new Map<string, Item>(instrument.items.map((item) => [item.id, item]));
  const rules = instrument.scales.map((scale) => scaleRule(instrument, scale, items));
  return (response) => {
    if (response.instrument !== instrument.id) {
      throw new RangeError(`scorer of ${instrument.id} requires its own responses: ${response.instrument}`);
    }
    const sameVersion = response.version === instrument.version;
    return {
      instrument: instrument.id,
      version: response.version,
      scoring: scoringVersion,
      scales: rules.map((rule) =>
        sameVersion ? rule(response.values) : otherVersion(rule(response.values), response, instrument),
      ),
      risks: risksIn(instrument.riskItems, response.values),
      risksUnanswered: instrument.riskItems.filter((risk) => response.values[risk.item] === undefined),
    };
  };
}

type Values = Response["values"];
type ScaleRule = (values: Values) => ScaleScore | Unscorable;

/** One item of a scale with its arithmetic laid out: the counted value is offset + sign × x. */
interface Term {
  readonly id: string;
  readonly codes: Range;
  readonly offset: number;
  readonly sign: 1 | -1;
  readonly askedWhen: Item["askedWhen"];
}

function scaleRule(instrument: Instrument, scale: Scale, items: ReadonlyMap<string, Item>): ScaleRule {
  const count = scale.items.length;
  const range = scaleRange(instrument, scale);
  const unscorable = (message: UnscorableMessage, reason: string, answered: number): Unscorable => {
    return { kind: "unscorable", scale: scale.id, reason, message, answered, items: count };
  };
  if (instrument.key === "needed" || range === null)
    return () => unscorable({ id: "stored.score.no-key", values: {} }, "key needed", 0);
  if (count === 0)
    return () =>
      unscorable({ id: "stored.score.total-only", values: {} }, "only its total can be entered", 0);
  const terms = scale.items.map((id) => term(items, id));
  const risks = scale.items.filter((id) => instrument.riskItems.some((risk) => risk.item === id));
  const weight = scale.factor ?? 1;
  return (values) => {
    let sum = 0;
    let answered = 0;
    for (const { id, codes, offset, sign } of terms) {
      const given = values[id];
      if (given === undefined) continue;
      if (!(given >= codes.minimum && given <= codes.maximum)) {
        const range = rangeText(codes);
        const message = {
          id: "stored.score.out-of-range",
          values: { item: id, range, given: String(given) },
        } as const;
        return unscorable(message, `item ${id} is not ${range}: ${given}`, answered);
      }
      sum += offset + sign * given;
      answered++;
    }
    if (answered === 0 && terms.every((each) => wasNotAsked(each, values)))
      return unscorable(notAsked, "not asked", 0);
    if (answered < scale.requires)
      return unscorable(tooFew(scale, answered), tooFewReason(scale, answered), answered);
    const empty = risks.find((id) => values[id] === undefined);
    if (empty !== undefined) {
      const message = { id: "stored.score.risk-item", values: { item: empty } } as const;
      return unscorable(message, `risk item ${empty} was left empty and is not filled in`, answered);
    }
    const complete = answered === count;
    const total = complete ? sum : (sum * count) / answered;
    const value = (total * weight) / (scale.combine === "mean" ? count : 1);
    return {
      kind: "score",
      scale: scale.id,
      value,
      percent: (100 * (value - range.minimum)) / (range.maximum - range.minimum),
      minimum: range.minimum,
      maximum: range.maximum,
      answered,
      items: count,
      prorated: !complete,
    };
  };
}

function term(items: ReadonlyMap<string, Item>, id: string): Term {
  const item = items.get(id);
  const codes = item === undefined ? null : codesOf(item.response);
  if (item === undefined || codes === null) throw new RangeError(`scorer requires a numeric item: ${id}`);
  const sign = item.reversed ? -1 : 1;
  const offset = item.reversed ? codes.minimum + codes.maximum : 0;
  return { id, codes, offset, sign, askedWhen: item.askedWhen };
}

function wasNotAsked(each: Term, values: Values): boolean {
  if (each.askedWhen === undefined) return false;
  const trigger = values[each.askedWhen.item];
  return trigger === undefined || trigger < each.askedWhen.atLeast;
}

const notAsked: UnscorableMessage = { id: "stored.score.not-asked", values: {} };

function tooFew(scale: Scale, answered: number): UnscorableMessage {
  const { requires: needed, items } = scale;
  const rule = needed === items.length ? "all" : "other";
  return { id: "stored.score.too-few", values: { answered, items: items.length, rule, needed } };
}

function tooFewReason(scale: Scale, answered: number): string {
  const rule = scale.requires === scale.items.length ? "all" : `at least ${scale.requires}`;
  return `${answered} of ${scale.items.length} items answered; ${rule} are needed`;
}

/** A key made for another version says nothing about these answers. */
function otherVersion(made: ScaleScore | Unscorable, response: Response, instrument: Instrument): Unscorable {
  const reason = `answered in version ${response.version}; this key is for version ${instrument.version}`;
  const message: UnscorableMessage = {
    id: "stored.score.other-version",
    values: { answered: response.version, key: instrument.version },
  };
  const { scale, answered, items } = made;
  return { kind: "unscorable", scale, reason, message, answered, items };
}

function risksIn(riskItems: readonly RiskItem[], values: Values): RiskAnswer[] {
  const risks: RiskAnswer[] = [];
  for (const risk of riskItems) {
    const value = values[risk.item];
    if (value !== undefined && value >= risk.atLeast) risks.push({ ...risk, value });
  }
  return risks;
}

import type { StaffMessage } from "@concord/messages";
import type { OmnibusTest } from "@concord/statistics/meta-analysis";
import type { PublishedEffect } from "../published.ts";
import type { ReadScale } from "../synthesis/pooled-mean.ts";
import { bounded } from "./apa-number.ts";

/** The scale of an effect size, pooled here or published. */
export type EffectScale = ReadScale | PublishedEffect["metric"];

/** Returns a value on its scale as a message; a value that is no number says so. */
export function valueMessage(value: number, scale: EffectScale): StaffMessage {
  const isBounded = scale === "r" || bounded.has(scale as ReadScale);
  return finite(value, {
    id: isBounded ? "evidence.number.bounded" : "evidence.number.other",
    values: { value },
  });
}

/** Returns the symbol or name of a scale as a message. */
export function scaleMessage(scale: EffectScale): StaffMessage {
  return { id: "evidence.scale", values: { scale } };
}

/** Returns a p value as a message: p = .013; p < .001 below that. */
export function pMessage(p: number): StaffMessage {
  if (Number.isNaN(p)) return { id: "evidence.p.undefined", values: {} };
  return p < 0.001 ? { id: "evidence.p.small", values: {} } : { id: "evidence.p.exact", values: { p } };
}

/** Returns the test of several coefficients as a message: F(2, 22.7) = 2.79, or QM(2) = 5.80. */
export function omnibusMessage(omnibus: OmnibusTest): StaffMessage {
  const { kind, statistic, degreesOfFreedom, denominatorDegreesOfFreedom: rest } = omnibus;
  if (kind !== "F") return { id: "evidence.test.qm", values: { df: degreesOfFreedom, value: statistic } };
  const denominator: StaffMessage = Number.isFinite(rest)
    ? {
        id: Number.isInteger(rest) ? "evidence.test.df.whole" : "evidence.test.df.fraction-1",
        values: { df: rest },
      }
    : { id: "evidence.number.infinite", values: {} };
  return { id: "evidence.test.f", values: { df: degreesOfFreedom, denominator, value: statistic } };
}

/** Returns how many effect sizes, studies and participants a result is based on, as a message. */
export function bodyMessage(body: {
  readonly effects: number;
  readonly studies: number;
  readonly people: number | null;
}): StaffMessage {
  const { effects, studies, people } = body;
  return people === null
    ? { id: "evidence.body.effects", values: { effects, studies } }
    : { id: "evidence.body.effects-participants", values: { effects, studies, participants: people } };
}

function finite(value: number, message: StaffMessage): StaffMessage {
  if (Number.isFinite(value)) return message;
  return value > 0
    ? { id: "evidence.number.infinite", values: {} }
    : value < 0
      ? { id: "evidence.number.minus-infinite", values: {} }
      : { id: "evidence.number.undefined", values: {} };
}

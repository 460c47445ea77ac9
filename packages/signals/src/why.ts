import { findDetector } from "./detectors.ts";
import { nameOfFigure } from "./figure-names.ts";
import type { Basis, ClaimId, Signal } from "./signal.ts";

/** How a signal came about, from what was seen back to what it rests on. */
export interface Why {
  readonly observed: {
    readonly sentence: string;
    readonly session: number;
    readonly figures: Signal["figures"];
    /** The same with their names in words. */
    readonly named: readonly NamedFigure[];
  };
  readonly rule: {
    readonly detector: string;
    readonly version: string;
    readonly title: string;
    readonly question: string;
    /** Said plainly where thresholds are not settled by research. */
    readonly standing: string;
  };
  readonly parameters: readonly {
    readonly name: string;
    readonly words: string;
    readonly value: number;
    /** The rule's own value, where another was used. */
    readonly usually: number | null;
  }[];
  readonly basis: readonly Basis[];
  /** To be looked up in the evidence: each leads on to its syntheses and studies. */
  readonly claims: readonly ClaimId[];
}

export interface NamedFigure {
  readonly words: string;
  readonly value: number;
}

/**
 * Why was this said? A signal from a rule or a version no longer known still explains itself as far as it
 * can.
 */
export function whySignal(signal: Signal): Why {
  const rule = findDetector(signal.detector);
  const known = rule !== null && rule.version === signal.version ? rule : null;
  return {
    observed: {
      sentence: signal.sentence,
      session: signal.session,
      figures: signal.figures,
      named: Object.entries(signal.figures).map(([name, value]) => ({
        words: nameOfFigure(name, signal.detector),
        value,
      })),
    },
    rule: {
      detector: signal.detector,
      version: signal.version,
      title: known?.title ?? signal.kind,
      question:
        known?.question ?? "This version of the rule is no longer in use; its parameters are kept below.",
      standing: signal.provisional
        ? "The threshold is provisional: research has not settled it. It says what to look at, not what " +
          "is so."
        : "The threshold comes from the form or the answer itself.",
    },
    parameters: Object.entries(signal.parameters).map(([name, value]) => {
      const own = known?.parameters[name];
      return {
        name,
        words: nameOfFigure(name),
        value,
        usually: own === undefined || own === value ? null : own,
      };
    }),
    basis: signal.basis,
    claims: signal.because,
  };
}

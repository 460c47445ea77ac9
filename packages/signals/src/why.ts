import type { StaffMessage, Text } from "@concord/messages";
import { findDetector } from "./detectors.ts";
import { nameOfFigure } from "./figure-names.ts";
import type { Basis, ClaimId, Signal } from "./signal.ts";

/** How a signal came about, from what was seen back to what it rests on. */
export interface Why {
  readonly observed: {
    readonly message: StaffMessage;
    readonly session: number;
    readonly figures: Signal["figures"];
    /** The same with their names in words. */
    readonly named: readonly NamedFigure[];
  };
  readonly rule: {
    readonly detector: string;
    readonly version: string;
    readonly title: Text;
    readonly question: StaffMessage;
    /** Where the threshold comes from, and whether research has settled it. */
    readonly standing: StaffMessage;
  };
  readonly parameters: readonly {
    readonly name: string;
    readonly label: Text;
    readonly value: number;
    /** The rule's own value, where another was used. */
    readonly usually: number | null;
  }[];
  readonly basis: readonly Basis[];
  /** To be looked up in the evidence: each leads on to its syntheses and studies. */
  readonly claims: readonly ClaimId[];
}

export interface NamedFigure {
  readonly label: Text;
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
      message: signal.message,
      session: signal.session,
      figures: signal.figures,
      named: Object.entries(signal.figures).map(([name, value]) => ({
        label: nameOfFigure(name, signal.detector),
        value,
      })),
    },
    rule: {
      detector: signal.detector,
      version: signal.version,
      title: known?.title ?? signal.kind,
      question: known?.question ?? { id: "signals.why.old-version", values: {} },
      standing: signal.provisional
        ? { id: "signals.why.provisional", values: {} }
        : { id: "signals.why.defined", values: {} },
    },
    parameters: Object.entries(signal.parameters).map(([name, value]) => {
      const own = known?.parameters[name];
      return {
        name,
        label: nameOfFigure(name),
        value,
        usually: own === undefined || own === value ? null : own,
      };
    }),
    basis: signal.basis,
    claims: signal.because,
  };
}

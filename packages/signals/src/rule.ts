import type { Course } from "@concord/course";
import type { MessageId } from "@concord/messages";
import type { Detector, Signal } from "./signal.ts";

/** The rules that have a name and a question in the catalogues. */
export type DetectorId = MessageId extends infer Id
  ? Id extends `signals.detector.${infer Name}.title`
    ? Name
    : never
  : never;

/** What a rule finds; name, version, parameters and basis are the rule's and are added for it. */
export type Finding = Pick<
  Signal,
  "weight" | "session" | "rater" | "construct" | "scale" | "message" | "figures"
> &
  Partial<
    Pick<Signal, "instrument" | "about" | "provisional" | "repairedAt" | "length" | "part" | "hypothesis">
  >;

export interface Rule<Parameters extends Readonly<Record<string, number>>>
  extends Omit<Detector, "parameters" | "find" | "title" | "question"> {
  readonly id: DetectorId;
  readonly kind: Signal["kind"];
  readonly parameters: Parameters;
  readonly find: (course: Course, parameters: Parameters) => readonly Finding[];
}

/**
 * Makes a detector of a rule: every finding carries the rule's name, its parameters and what it stands on.
 */
export function detector<Parameters extends Readonly<Record<string, number>>>(
  rule: Rule<Parameters>,
): Detector {
  const { kind, id, version, parameters, provisional, basis, because, fewest } = rule;
  return {
    id,
    version,
    title: { id: `signals.detector.${id}.title`, values: {} },
    question: { id: `signals.detector.${id}.question`, values: {} },
    parameters,
    provisional,
    ...(fewest === undefined ? {} : { fewest }),
    basis,
    because,
    find: (course, given) => {
      const used = { ...parameters, ...given };
      return rule.find(course, used).map((finding) => ({
        detector: id,
        version,
        kind,
        parameters: used,
        provisional,
        basis,
        because,
        ...finding,
      }));
    },
  };
}

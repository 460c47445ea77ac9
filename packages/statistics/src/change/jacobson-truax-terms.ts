import type { JacobsonTruax } from "./jacobson-truax.ts";
import { reliableChangeDeviate } from "./reliable-change.ts";

/**
 * The article's quantities by name; a crossing without reliable change is unchanged there, and told apart in
 * `crossed`.
 */
export function jacobsonTruaxTerms(
  { precision, cutoffs, people, cutoff }: JacobsonTruax,
  which: "a" | "b" | "c",
) {
  const classes = people.map((person) => {
    if (person === null) return null;
    return person.state === "crossed-without-reliable-change" ? "unchanged" : person.state;
  });
  return {
    SE: precision.standardError,
    Sdiff: precision.differenceError,
    rci: people.map((person) => person?.index ?? null),
    [`rc_threshold_${reliableChangeDeviate}`]: precision.criterion,
    ...(cutoffs.a === undefined ? {} : { cutoff_a: cutoffs.a }),
    ...(cutoffs.b === undefined || cutoffs.b === null ? {} : { cutoff_b: cutoffs.b }),
    ...(cutoffs.c === undefined || cutoffs.c === null ? {} : { cutoff_c: cutoffs.c }),
    ...(cutoff === null ? { class_without_cutoff: classes } : {}),
    ...(cutoff !== null && which === "a" ? { class_a: classes } : {}),
    ...(cutoff !== null && which === "b" ? { class_b: classes } : {}),
    ...(cutoff !== null && which === "c" ? { class_c: classes } : {}),
    crossed: people.map((person) => person?.state === "crossed-without-reliable-change"),
  };
}

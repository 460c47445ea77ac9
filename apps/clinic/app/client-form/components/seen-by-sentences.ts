import type { ClientMessages } from "@concord/messages";
import type { FormView } from "@concord/practice";
import { variantOf } from "../../ui/questionnaire/variant.ts";

type Open = Extract<FormView, { kind: "open" }>;

/** Returns who can see the answers, sentence by sentence: those of every case first, then what consents and settings add. */
export function seenBySentences(
  { visibleTo, rater, ageBand }: Pick<Open, "visibleTo" | "rater" | "ageBand">,
  words: ClientMessages,
): readonly string[] {
  const { sentence, leaders, supervisors, onCall, research } = visibleTo;
  const first = words.text(`client-form.seen-by.${sentence}`);
  if (sentence === "only-me") return [first];
  const isChild = variantOf(rater, ageBand) === "child";
  const list = (names: readonly string[]) => words.format.list(names);
  return [
    first,
    ...(leaders.length > 0
      ? [words.text("client-form.seen-by.also.leaders", { leaders: list(leaders) })]
      : []),
    ...(supervisors.length > 0
      ? [
          words.text(
            isChild ? "client-form.seen-by.also.supervisors.child" : "client-form.seen-by.also.supervisors",
            { supervisors: list(supervisors) },
          ),
        ]
      : isChild
        ? []
        : [words.text("client-form.seen-by.also.no-supervisor")]),
    ...(onCall !== null && !isChild
      ? [words.text("client-form.seen-by.also.on-call", { person: onCall })]
      : []),
    ...(research
      ? [
          words.text(
            isChild ? "client-form.seen-by.also.research.child" : "client-form.seen-by.also.research",
          ),
        ]
      : []),
  ];
}

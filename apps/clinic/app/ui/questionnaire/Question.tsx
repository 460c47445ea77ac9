import type { Item, ItemWording, RiskItem } from "@concord/instruments";
import { Faces } from "./Faces.tsx";
import type { Given } from "./given.ts";
import { LongAnswer } from "./LongAnswer.tsx";
import { Steps } from "./Steps.tsx";

export interface Asked {
  /** The field's name: the item's id, or a member's and the item's. */
  readonly name: string;
  readonly item: Item;
  readonly words: ItemWording | undefined;
  readonly risk: RiskItem | undefined;
  readonly given: Given;
  /** Answers from these values on open a follow-up. */
  readonly opens?: readonly number[];
}

/** One question and its answers, whatever they look like. */
export function Question(asked: Asked) {
  const { item, name, given } = asked;
  const text = asked.words?.text ?? name;
  const problem = given.problems[name];
  if (item.response.kind === "text") return <LongAnswer {...asked} text={text} problem={problem} />;
  const told = problem === undefined ? undefined : `${name}-problem`;
  return (
    <fieldset
      className="question"
      id={name}
      aria-describedby={told}
      data-open={item.optional ? undefined : ""}
    >
      <legend>{text}</legend>
      {problem !== undefined && (
        <p className="question-problem" id={told}>
          {problem}
        </p>
      )}
      {item.response.kind === "faces" ? <Faces {...asked} /> : <Steps {...asked} />}
    </fieldset>
  );
}

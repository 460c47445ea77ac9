import type { AskedItem } from "./asked-item.ts";
import { Faces } from "./Faces.tsx";
import { LongAnswer } from "./LongAnswer.tsx";
import { Steps } from "./Steps.tsx";

/** One question and its answers, whatever they look like. */
export function Question(asked: AskedItem) {
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

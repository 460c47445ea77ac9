import { use } from "react";
import type { AskedItem } from "./asked-item.ts";
import { MessagesContext } from "./form-messages.ts";

/** A question answered in one's own words; may stay empty. */
export function LongAnswer(
  asked: AskedItem & { readonly text: string; readonly problem: string | undefined },
) {
  const { item, name, given, text, problem } = asked;
  const words = use(MessagesContext);
  const longest = item.response.kind === "text" ? item.response.longest : undefined;
  const told = problem === undefined ? undefined : `${name}-problem`;
  return (
    <div className="question question-long" id={`${name}-question`}>
      <label htmlFor={name}>
        {text}{" "}
        {item.optional && (
          <span className="optional" lang={words.locale}>
            {words.text("client-form.question.optional")}
          </span>
        )}
      </label>
      {problem !== undefined && (
        <p className="question-problem" id={told}>
          {problem}
        </p>
      )}
      <textarea
        id={name}
        name={name}
        rows={3}
        maxLength={longest}
        defaultValue={given.values[name]}
        aria-describedby={told}
      />
    </div>
  );
}

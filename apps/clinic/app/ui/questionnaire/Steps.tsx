import type { AskedItem } from "./asked-item.ts";
import { optionsOf } from "./options.ts";

/**
 * A row of steps. Where every step has words and there is room for them, the words are the buttons; otherwise
 * numbers, with the words of the two ends and the middle under them.
 */
export function Steps(asked: AskedItem) {
  const options = optionsOf(asked);
  const inWords = options.length <= 5 && options.every(({ words }) => words !== undefined);
  const isLong = options.length > 3 && options.some(({ words = "" }) => /[^\s-]{10}/.test(words));
  const labelled = options.filter(({ words }) => words !== undefined);
  return (
    <>
      <div
        className={inWords ? `steps steps-words${isLong ? " steps-long" : ""}` : "steps"}
        data-steps={options.length}
      >
        {options.map(({ value, words, chosen, effect }) => (
          <label key={value} className="step">
            <input type="radio" name={asked.name} value={value} defaultChecked={chosen} className={effect} />
            <span>
              {inWords ? words : value}
              {!inWords && words !== undefined && <span className="visually-hidden"> {words}</span>}
            </span>
          </label>
        ))}
      </div>
      {!inWords && labelled.length > 0 && (
        <div className="ends" aria-hidden="true" data-ends={labelled.length}>
          {labelled.map(({ value, words }) => (
            <span key={value}>{words}</span>
          ))}
        </div>
      )}
    </>
  );
}

import type { AskedItem } from "./asked-item.ts";
import { Face } from "./Face.tsx";
import { optionsOf } from "./options.ts";

/** A row of drawn faces with a word under each. */
export function Faces(asked: AskedItem) {
  const options = optionsOf(asked);
  const last = Math.max(1, options.length - 1);
  return (
    <div className="faces" data-steps={options.length}>
      {options.map(({ value, words, chosen, effect }, index) => (
        <label key={value} className="face">
          <input type="radio" name={asked.name} value={value} defaultChecked={chosen} className={effect} />
          <span>
            <Face mood={index / last} />
            {words ?? value}
          </span>
        </label>
      ))}
    </div>
  );
}

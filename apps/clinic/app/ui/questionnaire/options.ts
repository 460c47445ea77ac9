import type { AskedItem } from "./asked-item.ts";

export interface Option {
  readonly value: number;
  readonly words: string | undefined;
  readonly chosen: boolean;
  /** What choosing it makes the style sheet show: follow-ups, help. */
  readonly effect: string | undefined;
}

/** The values a person can choose from, lowest first. A line is asked in whole steps. */
export function optionsOf({ item, name, words, risk, given, opens = [] }: AskedItem): readonly Option[] {
  const scale = item.response;
  if (scale.kind === "text") return [];
  const options: Option[] = [];
  for (let value = scale.minimum; value <= scale.maximum; value += 1) {
    const effects = [
      ...opens.filter((atLeast) => value >= atLeast).map((atLeast) => `opens-${atLeast}`),
      ...(risk !== undefined && value >= risk.atLeast ? ["risk"] : []),
    ];
    options.push({
      value,
      words: words?.anchors?.[value],
      chosen: given.values[name] === String(value),
      effect: effects.length === 0 ? undefined : effects.join(" "),
    });
  }
  return options;
}

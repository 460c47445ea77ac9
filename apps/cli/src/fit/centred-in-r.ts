import { type CentredPart, parseExpression, written } from "@concord/statistics";
import { rColumn, rName, rTexts } from "../model/r-lines.ts";

/** A part with the name that its column has in R. */
export interface RPart extends CentredPart {
  readonly column: string;
}

/** lme4 takes any name in backticks that has none of its own; nlme takes a formula apart by names and needs plain ones. */
export function partsInR(parts: readonly CentredPart[], engine: "lme4" | "nlme"): readonly RPart[] {
  const plain = (name: string) => name.replace(/[^\p{L}\p{N}]+/gu, ".").replace(/\.$/, "");
  return parts.map((part) => ({
    ...part,
    column: engine === "lme4" ? part.name.replaceAll("`", "") : plain(part.name),
  }));
}

/** The formula with within(x) and between(x) as names of columns. */
export function formulaInR(formula: string, parts: readonly RPart[]): string {
  const longestFirst = parts.toSorted((a, b) => b.name.length - a.name.length);
  let text = written(parseExpression(formula));
  longestFirst.forEach(({ name }, at) => {
    text = text.replaceAll(name, `\u0000${at}\u0000`);
  });
  longestFirst.forEach(({ column }, at) => {
    text = text.replaceAll(`\u0000${at}\u0000`, rName(column));
  });
  return text;
}

/** The lines that compute the columns. */
export function centredColumns(parts: readonly RPart[]): readonly string[] {
  const groups = [...new Set(parts.flatMap(({ group }) => group))];
  return [
    ...(groups.length === 0 ? [] : [`dat <- dat[complete.cases(dat[${rTexts(groups)}]), ]`]),
    ...parts.flatMap(({ part, column, variable, group }, at) => {
      const inner = parts.find((other) => other.name === variable);
      const x = inner === undefined ? `with(dat, ${variable})` : rColumn(inner.column);
      const by = group.map(rColumn).join(", ");
      const mean = `ave(x${at}, ${by}, FUN = function(v) mean(v, na.rm = TRUE))`;
      return [
        `x${at} <- ${x}`,
        part === "within"
          ? `${rColumn(column)} <- x${at} - ${mean}`
          : `${rColumn(column)} <- ${mean} - mean(x${at}, na.rm = TRUE)`,
      ];
    }),
  ];
}

/** The weights of between less within, for each variable of which the model has both parts. */
export function contrasts(parts: readonly RPart[], coefficients: string): readonly string[] {
  return parts.flatMap((part) => {
    if (part.part !== "between") return [];
    const own = parts.find(
      (other) =>
        other.part === "within" &&
        other.variable === part.variable &&
        other.group.join(":") === part.group.join(":"),
    );
    const is = (text: string) => `(gsub("\`", "", names(${coefficients})) == ${JSON.stringify(text)})`;
    return [own === undefined ? `1 * ${is(part.column)}` : `${is(part.column)} - ${is(own.column)}`];
  });
}

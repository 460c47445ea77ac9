import * as numerics from "@concord/numerics";
import type { Ask } from "../question.ts";
import { atoms, numbers } from "../r/evaluate.ts";
import { type Argument, NotUnderstood, type Value, vector } from "../r/value.ts";
import type { Family } from "./reading.ts";

const FAMILIES: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  norm: ["normal", []],
  t: ["studentT", ["df"]],
  chisq: ["chiSquare", ["df"]],
  f: ["f", ["df1", "df2"]],
  beta: ["beta", ["shape1", "shape2"]],
};

const exported = numerics as unknown as Readonly<Record<string, (...args: readonly number[]) => number>>;

/** Distribution functions and quantiles, by tail and by logarithm. */
export const distributions = (_ask: Ask): Family => ({
  ofValues: Object.fromEntries(
    (["p", "q"] as const).flatMap((kind) =>
      Object.entries(FAMILIES).map(
        ([name, [family, shape]]) =>
          [
            `${kind}${name}`,
            (given: readonly Argument[]): Value => {
              const flags = ["lower.tail", "log.p"];
              const named = (one: string) => given.find((own) => own.name === one)?.value;
              const unnamed = given.filter(
                (own) =>
                  own.name === null ||
                  own.name === kind ||
                  (own.name !== null && !flags.includes(own.name) && !shape.includes(own.name)),
              );
              const byName = shape.map((one) => named(one));
              const rest = unnamed.map(({ value }) => value);
              const first = rest.shift();
              if (first === undefined) throw new NotUnderstood(`${kind}${name}() without values`);
              const shapes = byName.map((one) => one ?? rest.shift());
              if (shapes.some((one) => one === undefined) || rest.length > 0)
                throw new NotUnderstood(`these arguments of ${kind}${name}()`);
              const columns = [first, ...(shapes as Value[])].map(numbers);
              const lower = atoms(named("lower.tail") ?? vector([true]));
              const log = atoms(named("log.p") ?? vector([false]));
              const length = Math.max(...columns.map((column) => column.length));
              const values = Array.from({ length }, (_, i) => {
                const isLower = lower[i % lower.length] === true;
                const end =
                  kind === "p"
                    ? isLower
                      ? "Cumulative"
                      : "Survival"
                    : isLower
                      ? "Quantile"
                      : "UpperQuantile";
                const of = exported[`${family}${log[i % log.length] === true ? "Log" : ""}${end}`];
                if (of === undefined) throw new NotUnderstood(`${family} ${end} is not exported`);
                return of(...columns.map((column) => column[i % column.length]!));
              });
              return vector(values, true);
            },
          ] as const,
      ),
    ),
  ),
});

import type { FittedMultilevelMediation, LevelEffect } from "@concord/statistics";
import { interval, number } from "../model/apa.ts";
import { modelTable } from "../model/model-table.ts";
import type { MediateFlags } from "./request.ts";

export function levelLines({
  design,
  effects,
  mediatorModel,
  outcomeModel,
}: FittedMultilevelMediation): readonly string[] {
  return [
    ...modelTable(
      [`effect (${design}, Monte Carlo interval)`, "level", "estimate", "SE", "lower", "upper"],
      effects.map(({ kind, level, estimate, standardError, interval: [lower, upper] }) => [
        kind,
        level,
        estimate,
        standardError,
        lower,
        upper,
      ]),
    ),
    "",
    ...[mediatorModel, outcomeModel].flatMap((fit) => [
      ...modelTable(
        [fit.model.formula, "b", "SE", "t"],
        fit.fixed.map(({ name, estimate, standardError, t }) => [name, estimate, standardError, t]),
      ),
      "",
    ]),
  ];
}

export function levelSentence(
  { effects, groups, rows, design }: FittedMultilevelMediation,
  flags: MediateFlags,
): string {
  const { x, y, m, group, level } = flags;
  const said = (one: LevelEffect) =>
    `${number(one.estimate)}, ${interval(one.interval[0], one.interval[1], level)}`;
  const parts = effects
    .filter(({ kind }) => kind === "indirect")
    .map((one) => `${one.level} groups of ${group} it was ${said(one)}`);
  const direct = effects.filter(({ kind }) => kind === "direct").map((one) => `${said(one)} ${one.level}`);
  return `Indirect effect of ${x} on ${y} by way of ${m.join(", ")} (${design}, ${rows.toLocaleString("en")} rows of ${groups.toLocaleString("en")} groups): ${parts.join("; ")}. Direct effect: ${direct.join("; ")}.`;
}

import { rowsAt } from "@concord/numerics";
import type { Design } from "../formula/design.ts";
import { metaAnalysis } from "./meta-analysis.ts";
import type { FittedMetaAnalysis, MetaAnalysis } from "./model.ts";

/** The same model on some of its studies, by their positions. */
export function refit(fit: FittedMetaAnalysis, studies: readonly number[]): MetaAnalysis {
  const { design, weights, ...rest } = fit.model;
  return metaAnalysis(
    studies.map((study) => fit.effects[study]!),
    {
      ...rest,
      ...(design === undefined ? {} : { design: designRows(design, studies) }),
      ...(weights === undefined
        ? {}
        : { weights: typeof weights === "string" ? weights : studies.map((i) => weights[i]!) }),
    },
  );
}

/** All positions but one. */
export function othersThan(study: number, count: number): readonly number[] {
  return Array.from({ length: count - 1 }, (_, i) => (i < study ? i : i + 1));
}

function designRows(design: Design, rows: readonly number[]): Design {
  return { ...design, matrix: rowsAt(design.matrix, rows), kept: rows.map((row) => design.kept[row]!) };
}

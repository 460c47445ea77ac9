import { intervalBar } from "@concord/charts";
import { type EditionResult, resultWords } from "@concord/evidence";
import { barAxis, type ChangeView } from "@concord/practice";
import { editionLine } from "./edition-line.ts";

/** What a change moved, drawn before and after on one axis. */
export function changePage(view: ChangeView) {
  return {
    because: view.because,
    by: view.by,
    at: view.at,
    studies: view.studies.map(({ study, label, reason }) => ({ id: study.id, label, reason })),
    syntheses: view.syntheses.map((one) => ({
      id: one.synthesis,
      title: one.title,
      sentence: one.sentence,
      before: one.earlier === null ? null : { ...editionLine(one.earlier), ...shown(one.before) },
      after: { ...editionLine(one.edition), ...shown(one.after) },
    })),
    claims: view.claims.map(({ id, sentence, changed, after, synthesis }) => ({
      id,
      sentence,
      changed,
      synthesis,
      now: after?.sentence ?? null,
    })),
  };
}

function shown(result: EditionResult | null): { readonly words: string; readonly bar: string | null } {
  if (result === null) return { words: "No result", bar: null };
  const words = result.kind === "no-result" ? `No result: ${result.reason}` : resultWords(result);
  const axis =
    result.kind === "mean" && (result.scale === "r" || result.scale === "g") ? barAxis(result.scale) : null;
  const bar = result.kind === "mean" && axis !== null ? intervalBar(result, axis, { width: 260 }) : null;
  return { words, bar };
}

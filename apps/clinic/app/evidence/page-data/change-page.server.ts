import { intervalBar } from "@concord/charts";
import { type EditionResult, resultMessage } from "@concord/evidence";
import type { StaffMessages } from "@concord/messages";
import { barAxis, type ChangeView } from "@concord/practice";
import { editionLine } from "./edition-line.ts";

/** What a change moved, drawn before and after on one axis. */
export function changePage(view: ChangeView, messages: StaffMessages) {
  const { of, text, written } = messages;
  const shown = (result: EditionResult | null) => ({ text: resultText(result), bar: barOf(result) });
  const resultText = (result: EditionResult | null) => {
    if (result === null) return text("evidence.result.none");
    return result.kind === "no-result"
      ? text("evidence.result.none-reason", { reason: result.reason })
      : of(resultMessage(result));
  };
  return {
    because: written(view.because),
    by: view.by,
    at: view.at,
    studies: view.studies.map(({ study, label, reason }) => ({ id: study.id, label, reason })),
    syntheses: view.syntheses.map((one) => ({
      id: one.synthesis,
      title: one.title,
      sentence: of(one.message),
      before: one.earlier === null ? null : { ...editionLine(one.earlier, messages), ...shown(one.before) },
      after: { ...editionLine(one.edition, messages), ...shown(one.after) },
    })),
    claims: view.claims.map(({ id, message, changed, after, synthesis }) => ({
      id,
      sentence: of(message),
      changed,
      synthesis,
      now: after === null ? null : written(after.sentence),
    })),
  };
}

function barOf(result: EditionResult | null): string | null {
  if (result?.kind !== "mean" || (result.scale !== "r" && result.scale !== "g")) return null;
  const axis = barAxis(result.scale);
  return axis === null ? null : intervalBar(result, axis, { width: 260 });
}

import { type Instrument, type RiskAnswer, type Score, score } from "@concord/instruments";
import type { StaffMessage } from "@concord/messages";
import { type NewScore, type Scope, type StoredResponse, scores, tasks } from "@concord/store";
import { hoursAfter } from "./calendar.ts";
import { refresh } from "./refresh.ts";
import type { PracticeSettings } from "./settings.ts";

/**
 * Everything that follows from a response, in the transaction that keeps it: its scores, a task where a risk
 * item was answered, the case's line in the caseload. When this has committed, nothing is left to be done
 * later.
 */
export async function applyResponseEffects(
  scope: Scope,
  instrument: Instrument,
  response: StoredResponse,
  settings: PracticeSettings,
): Promise<readonly RiskAnswer[]> {
  const scored = scoreOf(instrument, response);
  if (scored !== null) await scores.record(scope, scoreRows(instrument, response, scored));
  const risks = scored?.risks ?? [];
  if (risks.length > 0) await raiseTask(scope, instrument, response, risks, settings.taskHours);
  await refresh(scope, [response.episode]);
  return risks;
}

/** The risk answers of a kept response, for saying the same thing to a second submission. */
export function risksOf(instrument: Instrument, response: StoredResponse): readonly RiskAnswer[] {
  return scoreOf(instrument, response)?.risks ?? [];
}

/** A round robin has its values in its ratings of members and no scale of its own. */
export function scoreOf(
  instrument: Instrument,
  response: Pick<StoredResponse, "instrumentVersion" | "values" | "texts">,
): Score | null {
  if (instrument.about === "each-member") return null;
  const { instrumentVersion: version, values, texts } = response;
  return score(instrument, { kind: "response", instrument: instrument.id, version, values, texts });
}

export function scoreRows(
  instrument: Instrument,
  response: Pick<StoredResponse, "response" | "episode">,
  scored: Score,
): readonly NewScore[] {
  return scored.scales.map((result) => ({
    response: response.response,
    episode: response.episode,
    construct: instrument.construct,
    better: instrument.scales.find((scale) => scale.id === result.scale)?.better ?? "neither",
    scoring: scored.scoring,
    result,
  }));
}

export async function raiseTask(
  scope: Scope,
  instrument: Instrument,
  response: Pick<StoredResponse, "response" | "episode" | "session" | "receivedAt">,
  risks: readonly RiskAnswer[],
  taskHours: number,
): Promise<void> {
  await tasks.raise(scope, {
    episode: response.episode,
    session: response.session,
    response: response.response,
    risks,
    message: riskMessage(instrument, response.session, risks),
    createdAt: response.receivedAt,
    dueAt: hoursAfter(new Date(response.receivedAt), taskHours).toISOString(),
  });
}

/** Returns what to do, not what it means: whether such an answer was a passing thought is found by asking. */
function riskMessage(
  { shortTitle: questionnaire }: Instrument,
  session: number,
  risks: readonly RiskAnswer[],
): StaffMessage {
  const about = [...new Set(risks.map((risk) => risk.about))];
  const topics = about.map((topic) => ({ id: `stored.topic.${topic}`, values: {} }) as const);
  return { id: "stored.task.risk", values: { questionnaire, session, topics } };
}

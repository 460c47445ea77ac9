import { findInstrument, type Instrument, inVersion } from "@concord/instruments";
import { episodes, type FormRequest, groups, type Scope } from "@concord/store";
import { viewersOf, visibleTo } from "./privacy/visible-to.ts";
import { type PracticeSettings, safetyMessage } from "./settings.ts";
import type { FormView } from "./views.ts";
import { formStarter } from "./wordings.ts";

/** What a request shows to the person who may answer it. */
export async function formView(
  scope: Scope,
  request: FormRequest,
  settings: PracticeSettings,
): Promise<FormView> {
  const { practiceName } = settings;
  const isAnswered = request.answeredAt !== null;
  if (!isAnswered && request.expiresAt > scope.now()) return openView(scope, request, settings);
  const episode = await episodes.find(scope, request.episode);
  const { language, rater } = request;
  const reader = { practiceName, language, rater, ageBand: episode?.client.ageBand ?? "adult" };
  return isAnswered
    ? { kind: "answered", ...reader, at: request.answeredAt }
    : { kind: "expired", ...reader };
}

/** The same whether or not it can still be answered: for putting right what was. */
export async function openView(
  scope: Scope,
  request: FormRequest,
  settings: PracticeSettings,
): Promise<FormView> {
  const { practiceName } = settings;
  const known = findInstrument(request.instrument);
  const instrument = known === null ? null : inVersion(known, request.instrumentVersion);
  const episode = await episodes.find(scope, request.episode);
  if (instrument === null || episode === null || request.withdrawnAt !== null) return { kind: "unknown" };
  const { rater, language } = request;
  const { ageBand } = episode.client;
  const reader = { practiceName, rater, ageBand, language };
  const start = (await formStarter(scope))(instrument, request.language);
  if (start.kind === "refused") {
    return { kind: "no-wording", ...reader, title: instrument.title, sentence: start.sentence };
  }
  return {
    kind: "open",
    request: request.request,
    ...reader,
    language: start.wording.language,
    instrument,
    wording: start.wording,
    session: request.session,
    visibleTo: visibleTo(instrument, ageBand, await viewersOf(scope, episode, settings)),
    help: safetyMessage(settings),
    members: await fellowMembers(scope, request, instrument),
    simulated: episode.simulated,
    sitting: null,
  };
}

/** The other members of the group, by what the practice calls them; none unless the form asks about each. */
export async function fellowMembers(
  scope: Scope,
  request: Pick<FormRequest, "episode">,
  instrument: Instrument,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  if (instrument.about !== "each-member") return [];
  const own = await groups.ofEpisode(scope, request.episode);
  const group = own.find((one) => one.kind === "group");
  if (group === undefined) return [];
  const members = await groups.members(scope, group.group);
  return members
    .filter((one) => one.leftOn === null && one.episode !== request.episode)
    .map((one) => ({ id: one.episode, name: one.label }));
}

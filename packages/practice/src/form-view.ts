import { findInstrument, type Instrument, seenBySentence } from "@concord/instruments";
import { episodes, type FormRequest, groups, type Scope } from "@concord/store";
import type { PracticeSettings } from "./settings.ts";
import type { FormView } from "./views.ts";
import { formStarter } from "./wordings.ts";

/** What a request shows to the person who may answer it. */
export async function formView(
  scope: Scope,
  request: FormRequest,
  settings: PracticeSettings,
): Promise<FormView> {
  const { practiceName } = settings;
  if (request.answeredAt !== null) return { kind: "answered", practiceName, at: request.answeredAt };
  if (request.expiresAt <= scope.now()) return { kind: "expired", practiceName };
  return openView(scope, request, settings);
}

/** The same whether or not it can still be answered: for putting right what was. */
export async function openView(
  scope: Scope,
  request: FormRequest,
  settings: PracticeSettings,
): Promise<FormView> {
  const { practiceName } = settings;
  const instrument = findInstrument(request.instrument);
  const episode = await episodes.find(scope, request.episode);
  if (instrument === null || episode === null || request.withdrawnAt !== null) return { kind: "unknown" };
  const start = (await formStarter(scope))(instrument, request.language);
  if (start.kind === "refused") {
    return { kind: "no-wording", practiceName, title: instrument.title, sentence: start.sentence };
  }
  const { ageBand } = episode.client;
  return {
    kind: "open",
    request: request.request,
    practiceName,
    instrument,
    wording: start.wording,
    ageBand,
    rater: request.rater,
    session: request.session,
    seenBy: seenBySentence(instrument, ageBand),
    help: settings.help,
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
  const [group] = await groups.ofEpisode(scope, request.episode);
  if (group === undefined) return [];
  const members = await groups.members(scope, group);
  return members
    .filter((one) => one.leftOn === null && one.episode !== request.episode)
    .map((one) => ({ id: one.episode, name: one.label }));
}

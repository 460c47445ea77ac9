import { findInstrument, inVersion, type RawAnswers } from "@concord/instruments";
import { isIdentifier, type Received, requests, responses, type Scope } from "@concord/store";
import type { Actor } from "./actor.ts";
import { type AppContext, inPractice, within } from "./app-context.ts";
import { fellowMembers, formView } from "./form-view.ts";
import { applyResponseEffects, risksOf } from "./keep-response.ts";
import { absent, InvalidInput, permit } from "./permit.ts";
import { readAnswers } from "./read-answers.ts";
import { record } from "./record.ts";
import { safetyMessage, settingsOf } from "./settings.ts";
import { followingToken, hashToken, isToken } from "./token.ts";
import type { FormView, Submission } from "./views.ts";
import { formStarter } from "./wordings.ts";

/**
 * Returns what a link opens: of the forms it leads to, the first that can still be answered. An unknown, withdrawn or
 * mistyped link opens nothing and says no more.
 */
export async function openForm(context: AppContext, token: string): Promise<FormView> {
  const sitting = await sittingOf(context, token);
  const first = sitting.findIndex(({ view }) => view.kind === "open");
  const open = sitting[first];
  if (open === undefined || open.view.kind !== "open") return closedView(sitting);
  await inPractice(context, open.holder.practice, (scope) => requests.opened(scope, open.holder.request));
  const secondsLeft = secondsOf(sitting);
  return {
    ...open.view,
    sitting: sitting.length === 1 ? null : { number: first + 1, of: sitting.length, secondsLeft },
  };
}

/** The same for someone signed in who is to answer: a therapist's own form. */
export async function openFormAsStaff(context: AppContext, actor: Actor, request: string): Promise<FormView> {
  return viewAs(context, actor, request);
}

/**
 * Takes the answers to a form, once.
 *
 * They are on disk, scored, and any task is raised before this returns. The same submission sent again, for want of a
 * connection or by a second tap, is thanked in the same words and kept once: `idempotencyKey` tells. `request` names the
 * form of the sitting that was answered; left out, it is the link's first.
 */
export async function submitForm(
  context: AppContext,
  token: string,
  raw: RawAnswers,
  idempotencyKey: string,
  request?: string,
): Promise<Submission> {
  const before = await sittingOf(context, token);
  const one = request === undefined ? before[0] : before.find(({ holder }) => holder.request === request);
  if (one === undefined) return { kind: "closed", reason: "unknown" };
  const outcome = await submitAs(context, one.holder, one.holder.request, raw, idempotencyKey);
  if (outcome.kind !== "received") return outcome;
  const after = await sittingOf(context, token);
  const next = after.find(({ view }) => view.kind === "open")?.view;
  if (next?.kind !== "open") return outcome;
  return {
    ...outcome,
    next: {
      path: `/f/${token}`,
      title: next.wording.title,
      seconds: next.instrument.secondsToComplete,
      left: after.filter(({ view }) => view.kind === "open").length,
      secondsLeft: secondsOf(after),
    },
  };
}

/** One form of a sitting, and who may answer it. */
interface SittingForm {
  readonly holder: Holder;
  readonly view: FormView;
}

/** More forms than a session has; past these the sitting is over. */
const longestSitting = 12;

/** Returns the forms that a link leads to, in their order. Those that were withdrawn are passed over. */
async function sittingOf(context: AppContext, token: string): Promise<readonly SittingForm[]> {
  const target = isToken(token) ? await context.store.outside.tokenLeadsTo(hashToken(token)) : null;
  if (target === null || target.sitting === null) return chainOf(context, token);
  const { practice, sitting } = target;
  return inPractice(context, practice, async (scope) => {
    const settings = await settingsOf(scope);
    const forms: SittingForm[] = [];
    for (const one of await requests.ofSitting(scope, sitting)) {
      const holder: Holder = { kind: "form-holder", practice, request: one.request };
      forms.push({ holder, view: await formView(scope, one, settings) });
    }
    return forms;
  });
}

/** Returns the forms behind a link of an earlier kind: each form has a token, made from the token of the one before. */
async function chainOf(context: AppContext, token: string): Promise<readonly SittingForm[]> {
  const forms: SittingForm[] = [];
  let current = token;
  for (let steps = 0; steps < longestSitting; steps++) {
    const holder = await holderOf(context, current);
    if (holder !== null) {
      const view = await within(context, holder, async (scope) => {
        const found = await answerable(scope, holder, holder.request);
        return formView(scope, found, await settingsOf(scope));
      });
      forms.push({ holder, view });
    }
    if (!isToken(current)) break;
    current = followingToken(current);
  }
  return forms;
}

/** Nothing can be answered: what stands in the way of the last that could, or that all is answered. */
function closedView(sitting: readonly SittingForm[]): FormView {
  const closed = sitting.find(({ view }) => view.kind !== "answered" && view.kind !== "unknown");
  return closed?.view ?? sitting.at(-1)?.view ?? { kind: "unknown" };
}

function secondsOf(sitting: readonly SittingForm[]): number {
  return sitting.reduce(
    (sum, { view }) => sum + (view.kind === "open" ? view.instrument.secondsToComplete : 0),
    0,
  );
}

/** Takes a staff member's own answers to a form that is theirs; the same key gets the same answer. */
export async function submitAsStaff(
  context: AppContext,
  actor: Actor,
  request: string,
  raw: RawAnswers,
  idempotencyKey: string,
): Promise<Submission> {
  return submitAs(context, actor, request, raw, idempotencyKey);
}

type Holder = Extract<Actor, { kind: "form-holder" }>;

/** Who holds this token: the one actor that no account stands behind. */
async function holderOf(context: AppContext, token: string): Promise<Holder | null> {
  if (!isToken(token)) return null;
  const found = await context.store.outside.tokenLeadsTo(hashToken(token));
  if (found === null || found.request === null) return null;
  return { kind: "form-holder", practice: found.practice, request: found.request };
}

async function viewAs(context: AppContext, actor: Actor, request = requestOf(actor)): Promise<FormView> {
  return within(context, actor, async (scope) => {
    const found = await answerable(scope, actor, request);
    const view = await formView(scope, found, await settingsOf(scope));
    if (view.kind === "open") await requests.opened(scope, request);
    return view;
  });
}

function requestOf(actor: Actor): string {
  return actor.kind === "form-holder" ? actor.request : "";
}

async function submitAs(
  context: AppContext,
  actor: Actor,
  request: string,
  raw: RawAnswers,
  idempotencyKey: string,
): Promise<Submission> {
  if (!/^[\x21-\x7e]{8,100}$/.test(idempotencyKey)) {
    throw new InvalidInput({ id: "refusals.form.out-of-date", values: {} }, "submission");
  }
  return inPractice(context, actor.practice, async (scope): Promise<Submission> => {
    const asked = await answerable(scope, actor, request);
    const known = findInstrument(asked.instrument);
    if (known === null) return { kind: "closed", reason: "unknown" };
    const instrument = inVersion(known, asked.instrumentVersion);
    const settings = await settingsOf(scope);
    if (asked.answeredAt === null) {
      const start = (await formStarter(scope))(instrument, asked.language);
      if (start.kind === "refused") return { kind: "closed", reason: "no-wording" };
    }
    const reading = readAnswers(instrument, raw, await fellowMembers(scope, asked, instrument));
    if (reading.kind === "rejected" && asked.answeredAt === null) return reading;
    const { values, texts, members } = reading.kind === "answers" ? reading : nothing;
    const received: Received = await responses.receive(scope, {
      request,
      values,
      texts,
      members,
      idempotencyKey,
      receivedAt: scope.now(),
    });
    if (received.kind === "closed") return received;
    const { response } = received;
    const risks =
      received.kind === "again"
        ? risksOf(instrument, response)
        : await applyResponseEffects(scope, instrument, response, settings);
    if (received.kind === "received") await record(scope, actor, "answer-form", `request:${request}`);
    return {
      kind: "received",
      at: response.receivedAt,
      help: risks.length > 0 ? safetyMessage(settings) : null,
      again: received.kind === "again",
      next: null,
    };
  });
}

const nothing = { values: {}, texts: {}, members: [] };

async function answerable(scope: Scope, actor: Actor, request: string) {
  const found = isIdentifier(request) ? await requests.find(scope, request) : null;
  if (found === null) throw absent();
  const { respondentStaff } = found;
  permit(actor, "answer-form", {
    kind: "request",
    request,
    ...(respondentStaff === null ? {} : { staff: respondentStaff }),
  });
  return found;
}

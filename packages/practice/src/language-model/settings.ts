import type { StaffMessage } from "@concord/messages";
import { type Scope, settings } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { permit } from "../permit.ts";
import { record } from "../record.ts";
import { modelAddress } from "./address.ts";
import { askModel, type ModelAnswer } from "./ask-model.ts";

/** A language model of the practice's own, which may draft glosses. */
export interface LanguageModel {
  readonly isOn: boolean;
  /** Where its server completes chats: http://127.0.0.1:11434/v1. */
  readonly address: string;
  /** What the server calls it. */
  readonly model: string;
}

export type LanguageModelChanged =
  | { readonly kind: "changed" }
  | { readonly kind: "refused"; readonly message: StaffMessage };

/** Off until somebody turns it on. */
export const noLanguageModel: LanguageModel = { isOn: false, address: "", model: "" };

const name = "language-model";

export async function readLanguageModel(context: AppContext, actor: Actor): Promise<LanguageModel> {
  permit(actor, "manage-practice", { kind: "practice" });
  return within(context, actor, languageModelOf);
}

/** The same in a transaction of one's own. */
export async function languageModelOf(scope: Scope): Promise<LanguageModel> {
  const kept = await settings.get(scope, name);
  return isLanguageModel(kept) ? kept : noLanguageModel;
}

const longestAddress = 500;
const longestModel = 200;

/** Says where the model is, and whether it may be asked. An address that may not be asked is not kept. */
export async function changeLanguageModel(
  context: AppContext,
  actor: Actor,
  given: LanguageModel,
): Promise<LanguageModelChanged> {
  permit(actor, "manage-practice", { kind: "practice" });
  const asked = {
    isOn: given.isOn,
    address: given.address.trim(),
    model: given.model.trim(),
  };
  if (asked.address.length > longestAddress)
    return refused({
      id: "settings.language-model.problem.address-length",
      values: { most: longestAddress },
    });
  if (asked.model.length > longestModel)
    return refused({ id: "settings.language-model.problem.model-length", values: { most: longestModel } });
  if (asked.isOn || asked.address !== "") {
    const address = modelAddress(asked.address, context.models.hosts);
    if (address.kind === "refused") return address;
  }
  if (asked.isOn && asked.model === "")
    return refused({ id: "settings.language-model.problem.model", values: {} });
  await within(context, actor, async (scope) => {
    await settings.put(scope, name, asked);
    await record(scope, actor, `change-language-model ${asked.isOn ? "on" : "off"}`, "practice");
  });
  return { kind: "changed" };
}

const refused = (message: StaffMessage): LanguageModelChanged => ({ kind: "refused", message });

/** Asks the model for one word, to see whether it is there. Nothing of the practice is sent. */
export async function tryLanguageModel(context: AppContext, actor: Actor): Promise<ModelAnswer> {
  const { isOn, address, model } = await readLanguageModel(context, actor);
  if (!isOn) return { kind: "failed", message: { id: "settings.language-model.problem.off", values: {} } };
  const at = modelAddress(address, context.models.hosts);
  if (at.kind === "refused") return { kind: "failed", message: at.message };
  const messages = [{ role: "user", content: "Reply with one word: here" }] as const;
  return askModel({ url: at.url, model, messages }, context.models);
}

function isLanguageModel(value: unknown): value is LanguageModel {
  if (typeof value !== "object" || value === null) return false;
  const { isOn, address, model } = value as Record<string, unknown>;
  return typeof isOn === "boolean" && typeof address === "string" && typeof model === "string";
}

import { randomBytes } from "node:crypto";
import path from "node:path";
import type { Scope, Store, TransactionKind } from "@concord/store";
import type { Actor } from "./actor.ts";

/** Where a practice's own language model may be, as whoever runs the machine allows. */
export interface ModelAccess {
  /** Hosts beside this machine, as an address names them: "models.example" or "10.0.0.7:8000". */
  readonly hosts: readonly string[];
  /** Sent as a bearer token where the model's server wants one. */
  readonly key: string | null;
  /** How long an answer may take, in milliseconds. */
  readonly patience: number;
}

/** This machine alone. A model on a laptop may think for a minute. */
export const defaultModelAccess: ModelAccess = { hosts: [], key: null, patience: 90_000 };

/** How messages may be sent from this machine. */
export interface MessageAccess {
  /** 32 bytes by which passwords of mail servers and gateways are encrypted; null where none may be saved. */
  readonly key: Uint8Array | null;
  /** Where people reach this clinic, for links in messages, unless the practice names another address. */
  readonly publicUrl: string;
  /** Hosts of SMS gateways in the practice's own network, which an address may name: "10.0.0.7:8000". */
  readonly hosts: readonly string[];
  /** How long a server may take to answer, in milliseconds. */
  readonly patience: number;
}

export const defaultMessageAccess: MessageAccess = { key: null, publicUrl: "", hosts: [], patience: 20_000 };

/** What the verbs stand on: where things are kept, the clock, and chance that nobody can guess. */
export interface AppContext {
  readonly store: Store;
  readonly now: () => Date;
  readonly secretBytes: (count: number) => Uint8Array;
  readonly models: ModelAccess;
  readonly messages: MessageAccess;
  /** Where backups are written; null where whoever starts Concord has named no folder for a database on a server. */
  readonly backupFolder: string | null;
}

/** A house on an open store, with the machine's clock and chance unless others are given. */
export function createContext(store: Store, given: Partial<Omit<AppContext, "store">> = {}): AppContext {
  return {
    store,
    now: given.now ?? (() => new Date()),
    secretBytes: given.secretBytes ?? ((count) => randomBytes(count)),
    models: given.models ?? defaultModelAccess,
    messages: given.messages ?? defaultMessageAccess,
    backupFolder: given.backupFolder ?? defaultBackupFolder(store),
  };
}

function defaultBackupFolder({ place }: Store): string | null {
  return place.kind === "folder" ? path.join(place.folder, "backups") : null;
}

/** One transaction in one practice, on the house's clock. */
export function inPractice<T>(
  context: AppContext,
  practice: string,
  work: (scope: Scope) => Promise<T>,
  kind: TransactionKind = "write",
): Promise<T> {
  const now = () => context.now().toISOString();
  return context.store.within(practice, (scope) => work({ ...scope, now }), kind);
}

/** The practice an actor belongs to decides which rows there are at all. */
export function within<T>(context: AppContext, actor: Actor, work: (scope: Scope) => Promise<T>): Promise<T> {
  return inPractice(context, actor.practice, work);
}

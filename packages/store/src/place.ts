/** Where the data lies, as far as a person may be told. */
export type Place =
  | { readonly kind: "folder"; readonly folder: string; readonly version: string }
  | { readonly kind: "server"; readonly host: string; readonly database: string; readonly version: string };

/** Where to open a store: a folder of one's own, or a PostgreSQL server by its address. */
export type Opening =
  | { readonly folder: string }
  | {
      /** `postgres://…` of the role that owns the tables and migrates them. */
      readonly url: string;
      /** `postgres://…` of a login that may act as `concord_app`, where the owner's should not be used to work. */
      readonly applicationUrl?: string;
    };

export interface StoreOptions {
  /** Connections at most. */
  readonly connections?: number;
  /** The time to write on new rows. */
  readonly now?: () => string;
  /** How long a statement waits for a server that is away, in milliseconds, before it fails. */
  readonly patience?: number;
  /** Told when a connection breaks or the server had to be started again; nothing needs doing. */
  readonly onTrouble?: (error: Error) => void;
}

/** Something about the place a store should open in, said so that a person can act on it. */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
}

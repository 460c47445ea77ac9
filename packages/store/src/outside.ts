import { asc, eq, sql } from "drizzle-orm";
import { invitation } from "./schema/access.ts";
import { knownPractice, membership, token } from "./schema/directory.ts";
import type { Database } from "./scope.ts";

export interface Membership {
  readonly practice: string;
  readonly staff: string;
  readonly active: boolean;
}

/** What a link opens: one questionnaire, or a sitting of several. */
export interface TokenTarget {
  readonly practice: string;
  readonly request: string | null;
  readonly sitting: string | null;
}

/**
 * The questions that come before a practice is known.
 *
 * They are answered from three small tables of identifiers (`schema/directory.ts`) rather than by functions
 * that run with the owner's rights: nothing then ever bypasses a policy, not even for a moment, and on a
 * sharded Postgres they are reference tables instead of a question to every shard.
 */
export interface Outside {
  readonly practices: () => Promise<readonly string[]>;
  /** Where this account works. */
  readonly memberships: (user: string) => Promise<readonly Membership[]>;
  /** The practice and the request or sitting that a token opens, by the token's SHA-256; null if it opens nothing. */
  readonly tokenLeadsTo: (tokenHash: Buffer) => Promise<TokenTarget | null>;
  /** The practice and member of staff an invitation is for, by the SHA-256 of its token; null if it is none. */
  readonly invitationFor: (
    tokenHash: Buffer,
  ) => Promise<{ readonly practice: string; readonly staff: string; readonly expiresAt: string } | null>;
  /** Throws unless the database answers now. */
  readonly ping: () => Promise<void>;
}

export function outsideOf(database: Database): Outside {
  return {
    practices: async () => {
      const rows = await database.select().from(knownPractice).orderBy(asc(knownPractice.practiceId));
      return rows.map((row) => row.practiceId);
    },
    memberships: async (user) =>
      database
        .select({ practice: membership.practiceId, staff: membership.staffId, active: membership.active })
        .from(membership)
        .where(eq(membership.userId, user))
        .orderBy(asc(membership.practiceId)),
    tokenLeadsTo: async (tokenHash) => {
      const [row] = await database
        .select({ practice: token.practiceId, request: token.requestId, sitting: token.sittingId })
        .from(token)
        .where(eq(token.tokenHash, tokenHash));
      return row ?? null;
    },
    invitationFor: async (tokenHash) => {
      const [row] = await database
        .select({
          practice: invitation.practiceId,
          staff: invitation.staffId,
          expiresAt: invitation.expiresAt,
        })
        .from(invitation)
        .where(eq(invitation.tokenHash, tokenHash));
      return row ?? null;
    },
    ping: async () => {
      await database.execute(sql`select 1`);
    },
  };
}

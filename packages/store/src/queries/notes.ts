import { and, desc, eq, isNull, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { newIdentifier } from "../identifier.ts";
import { note } from "../schema/note.ts";
import { staff } from "../schema/staff.ts";
import type { Scope } from "../scope.ts";

export interface StoredNote {
  readonly note: string;
  readonly episode: string;
  readonly session: number | null;
  readonly author: { readonly staff: string; readonly name: string };
  /** `author`: a reflection that only its author may read. */
  readonly readers: "care-team" | "author";
  readonly text: string;
  readonly createdAt: string;
}

export interface NewNote {
  readonly episode: string;
  readonly session?: number;
  readonly author: string;
  readonly readers: "care-team" | "author";
  readonly text: string;
  readonly createdAt?: string;
  /** The note this one is a new version of. */
  readonly replaces?: string;
}

/** Adds a note and gives back its identifier. */
export async function write(scope: Scope, given: NewNote): Promise<string> {
  const noteId = newIdentifier();
  await scope.database.insert(note).values({
    practiceId: scope.practice,
    noteId,
    episodeId: given.episode,
    session: given.session ?? null,
    authorId: given.author,
    readers: given.readers,
    text: given.text,
    createdAt: given.createdAt ?? scope.now(),
    replaces: given.replaces ?? null,
  });
  return noteId;
}

/** The notes of an episode as this reader may see them, newest first; a replaced note gives way to its newer one. */
export async function list(scope: Scope, episodeId: string, reader: string): Promise<readonly StoredNote[]> {
  const newer = alias(note, "newer");
  const rows = await scope.database
    .select({ note, name: staff.name })
    .from(note)
    .innerJoin(staff, and(eq(staff.practiceId, note.practiceId), eq(staff.staffId, note.authorId)))
    .leftJoin(newer, and(eq(newer.practiceId, note.practiceId), eq(newer.replaces, note.noteId)))
    .where(
      and(
        eq(note.practiceId, scope.practice),
        eq(note.episodeId, episodeId),
        isNull(newer.noteId),
        or(eq(note.readers, "care-team"), eq(note.authorId, reader)),
      ),
    )
    .orderBy(desc(note.createdAt), desc(note.noteId));
  return rows.map(({ note: row, name }) => ({
    note: row.noteId,
    episode: row.episodeId,
    session: row.session,
    author: { staff: row.authorId, name },
    readers: row.readers,
    text: row.text,
    createdAt: row.createdAt,
  }));
}

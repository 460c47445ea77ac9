import type { Format, Passage, PostingRow, Text, TextEntry, TextId } from "@concord/library";
import { and, asc, eq, sql } from "drizzle-orm";
import { insertMany } from "../bulk.ts";
import { passage } from "../schema/passage.ts";
import { posting } from "../schema/posting.ts";
import { staff } from "../schema/staff.ts";
import { type StoredRemarks, text } from "../schema/text.ts";
import type { Scope } from "../scope.ts";

/** A passage with the place of its first word among the words of its text, and how many they are. */
export interface CountedPassage extends Passage {
  readonly firstToken: number;
  readonly tokens: number;
}

export interface NewText {
  readonly text: Text;
  readonly passages: readonly CountedPassage[];
  readonly postings: readonly PostingRow[];
  readonly addedBy: string;
}

export interface StoredText extends TextEntry {
  readonly passages: number;
  readonly tokens: number;
  readonly addedBy: { readonly staff: string; readonly name: string };
  readonly addedAt: string;
}

/** Adds a text with its passages and postings; one read before by an older reader gives way to it. */
export async function put(scope: Scope, given: NewText): Promise<void> {
  const { text: read, passages, postings, addedBy } = given;
  const { id: textId, extractor, characters, ...rest } = read;
  await remove(scope, textId);
  await scope.database.insert(text).values({
    practiceId: scope.practice,
    textId,
    digest: rest.digest,
    bytes: rest.bytes,
    format: extractor.format,
    extractorVersion: extractor.version,
    source: rest.source,
    characters,
    blocks: rest.blocks,
    sections: rest.sections,
    pages: rest.pages,
    remarks: { sentences: rest.remarks, words: rest.words },
    length: characters.length,
    passages: passages.length,
    tokens: passages.reduce((sum, { tokens }) => sum + tokens, 0),
    addedBy,
    addedAt: scope.now(),
  });
  await insertMany(
    scope,
    passage,
    passages.map(({ from, to, role, chapter, firstToken, tokens }, number) => ({
      textId,
      number,
      from,
      to,
      role,
      chapter,
      firstToken,
      tokens,
    })),
  );
  await insertMany(
    scope,
    posting,
    postings.map((row) => ({
      textId,
      stem: row.stem,
      passages: [...row.passages],
      counts: [...row.counts],
      places: [...row.places],
    })),
  );
}

/** Takes a text out, with its passages and postings. Quotations from it stay, and say that it is not there. */
export async function remove(scope: Scope, id: TextId): Promise<boolean> {
  const done = await scope.database
    .delete(text)
    .where(and(eq(text.practiceId, scope.practice), eq(text.textId, id)));
  return (done.rowCount ?? 0) > 0;
}

/** Every text, without its characters, by authors, year and title as far as they are known. */
export async function list(scope: Scope): Promise<readonly StoredText[]> {
  const rows = await scope.database
    .select({
      id: text.textId,
      digest: text.digest,
      bytes: text.bytes,
      format: text.format,
      version: text.extractorVersion,
      source: text.source,
      remarks: text.remarks,
      length: text.length,
      hasPages: sql<boolean>`jsonb_array_length(${text.pages}) > 0`,
      passages: text.passages,
      tokens: text.tokens,
      addedAt: text.addedAt,
      staff: text.addedBy,
      name: staff.name,
    })
    .from(text)
    .innerJoin(staff, and(eq(staff.practiceId, text.practiceId), eq(staff.staffId, text.addedBy)))
    .where(eq(text.practiceId, scope.practice))
    .orderBy(
      sql`${text.source} -> 'authors' ->> 0 nulls last`,
      sql`${text.source} ->> 'year'`,
      asc(text.textId),
    );
  return rows.map(({ format, version, staff: by, name, remarks, ...row }) => ({
    ...row,
    ...remarksOf(remarks),
    // Written from a value of this type by `put` and by nothing else.
    extractor: { format: format as Format, version },
    addedBy: { staff: by, name },
  }));
}

/** One text with its characters, or null. */
export async function find(scope: Scope, id: TextId): Promise<Text | null> {
  const [row] = await scope.database
    .select()
    .from(text)
    .where(and(eq(text.practiceId, scope.practice), eq(text.textId, id)));
  return row === undefined ? null : textOf(row);
}

/** Every text with its characters, in the order of `list`: what an index in memory is made from. */
export async function all(scope: Scope): Promise<readonly Text[]> {
  const rows = await scope.database
    .select()
    .from(text)
    .where(eq(text.practiceId, scope.practice))
    .orderBy(
      sql`${text.source} -> 'authors' ->> 0 nulls last`,
      sql`${text.source} ->> 'year'`,
      asc(text.textId),
    );
  return rows.map(textOf);
}

function textOf(row: typeof text.$inferSelect): Text {
  return {
    id: row.textId,
    source: row.source,
    digest: row.digest,
    bytes: row.bytes,
    // Written from a value of this type by `put` and by nothing else.
    extractor: { format: row.format as Format, version: row.extractorVersion },
    characters: row.characters,
    blocks: row.blocks,
    sections: row.sections,
    pages: row.pages,
    ...remarksOf(row.remarks),
  };
}

function remarksOf(stored: StoredRemarks): Pick<Text, "remarks" | "words"> {
  return "sentences" in stored
    ? { remarks: stored.sentences, words: stored.words }
    : { remarks: stored, words: null };
}

import type {
  AuthorPosition,
  Concept,
  ConceptEdition,
  Judgement,
  OverviewSentence,
  Quotation,
} from "@concord/library";
import { foreignKey, index, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { staff } from "./staff.ts";

/** A concept as the scholar names it, by revision: the highest stands, none is ever changed. */
export const concept = care.table(
  "concept",
  {
    practiceId: practiceId(),
    conceptId: text("concept_id").notNull(),
    revision: integer("revision").notNull(),
    concept: jsonb("concept").$type<Concept>().notNull(),
    /** Where the authors meet and what divides them; each sentence cites rulings. */
    overview: jsonb("overview").$type<readonly OverviewSentence[]>().notNull(),
    changedBy: uuid("changed_by").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "concept_key", columns: [table.practiceId, table.conceptId, table.revision] }),
    foreignKey({
      name: "concept_changed_by",
      columns: [table.practiceId, table.changedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
  ],
);

/**
 * What the scholar decided about one passage for one concept: its place on the page, or that it is not about it. A
 * further decision is a further row and stands instead. The quotation holds its own words and neighbours, so that it
 * outlives its text.
 */
export const ruling = care.table(
  "ruling",
  {
    practiceId: practiceId(),
    rulingId: uuid("ruling_id").notNull(),
    conceptId: text("concept_id").notNull(),
    textId: text("text_id").notNull(),
    /** Where the passage began when it was ruled on. */
    from: integer("from_offset").notNull(),
    to: integer("to_offset").notNull(),
    judgement: text("judgement").$type<Judgement>().notNull(),
    /** What the author holds the concept to be, where the passage takes a side. */
    stance: text("stance").$type<AuthorPosition>(),
    gloss: text("gloss"),
    glossBy: text("gloss_by", { enum: ["scholar", "model"] }).notNull(),
    quotation: jsonb("quotation").$type<Quotation>(),
    ruledBy: uuid("ruled_by").notNull(),
    ruledAt: instant("ruled_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "ruling_key", columns: [table.practiceId, table.rulingId] }),
    foreignKey({
      name: "ruling_by",
      columns: [table.practiceId, table.ruledBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    index("ruling_by_concept").on(table.practiceId, table.conceptId),
  ],
);

/** A concept page as it stood on a day, so that it can be cited. */
export const conceptEdition = care.table(
  "concept_edition",
  {
    practiceId: practiceId(),
    conceptId: text("concept_id").notNull(),
    number: integer("number").notNull(),
    edition: jsonb("edition").$type<ConceptEdition>().notNull(),
    keptBy: uuid("kept_by").notNull(),
    keptAt: instant("kept_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "concept_edition_key", columns: [table.practiceId, table.conceptId, table.number] }),
    foreignKey({
      name: "concept_edition_kept_by",
      columns: [table.practiceId, table.keptBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
  ],
);

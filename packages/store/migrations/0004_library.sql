CREATE TABLE "care"."concept" (
	"practice_id" uuid NOT NULL,
	"concept_id" text NOT NULL,
	"revision" integer NOT NULL,
	"concept" jsonb NOT NULL,
	"overview" jsonb NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "concept_key" PRIMARY KEY("practice_id","concept_id","revision")
);
--> statement-breakpoint
CREATE TABLE "care"."concept_edition" (
	"practice_id" uuid NOT NULL,
	"concept_id" text NOT NULL,
	"number" integer NOT NULL,
	"edition" jsonb NOT NULL,
	"kept_by" uuid NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "concept_edition_key" PRIMARY KEY("practice_id","concept_id","number")
);
--> statement-breakpoint
CREATE TABLE "care"."ruling" (
	"practice_id" uuid NOT NULL,
	"ruling_id" uuid NOT NULL,
	"concept_id" text NOT NULL,
	"text_id" text NOT NULL,
	"from_offset" integer NOT NULL,
	"to_offset" integer NOT NULL,
	"judgement" text NOT NULL,
	"stance" text,
	"gloss" text,
	"gloss_by" text NOT NULL,
	"quotation" jsonb,
	"ruled_by" uuid NOT NULL,
	"ruled_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ruling_key" PRIMARY KEY("practice_id","ruling_id")
);
--> statement-breakpoint
CREATE TABLE "care"."passage" (
	"practice_id" uuid NOT NULL,
	"text_id" text NOT NULL,
	"number" integer NOT NULL,
	"from_offset" integer NOT NULL,
	"to_offset" integer NOT NULL,
	"role" text NOT NULL,
	"chapter" text NOT NULL,
	"first_token" integer NOT NULL,
	"tokens" integer NOT NULL,
	CONSTRAINT "passage_key" PRIMARY KEY("practice_id","text_id","number")
);
--> statement-breakpoint
CREATE TABLE "care"."posting" (
	"practice_id" uuid NOT NULL,
	"stem" text NOT NULL,
	"text_id" text NOT NULL,
	"passages" integer[] NOT NULL,
	"counts" integer[] NOT NULL,
	"places" integer[] NOT NULL,
	CONSTRAINT "posting_key" PRIMARY KEY("practice_id","stem","text_id")
);
--> statement-breakpoint
CREATE TABLE "care"."text" (
	"practice_id" uuid NOT NULL,
	"text_id" text NOT NULL,
	"digest" text NOT NULL,
	"bytes" integer NOT NULL,
	"format" text NOT NULL,
	"extractor_version" integer NOT NULL,
	"source" jsonb NOT NULL,
	"characters" text NOT NULL,
	"blocks" jsonb NOT NULL,
	"sections" jsonb NOT NULL,
	"pages" jsonb NOT NULL,
	"remarks" jsonb NOT NULL,
	"length" integer NOT NULL,
	"passages" integer NOT NULL,
	"tokens" integer NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "text_key" PRIMARY KEY("practice_id","text_id")
);
--> statement-breakpoint
ALTER TABLE "care"."concept" ADD CONSTRAINT "concept_changed_by" FOREIGN KEY ("practice_id","changed_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."concept_edition" ADD CONSTRAINT "concept_edition_kept_by" FOREIGN KEY ("practice_id","kept_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."ruling" ADD CONSTRAINT "ruling_by" FOREIGN KEY ("practice_id","ruled_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."passage" ADD CONSTRAINT "passage_text" FOREIGN KEY ("practice_id","text_id") REFERENCES "care"."text"("practice_id","text_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."posting" ADD CONSTRAINT "posting_text" FOREIGN KEY ("practice_id","text_id") REFERENCES "care"."text"("practice_id","text_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."text" ADD CONSTRAINT "text_added_by" FOREIGN KEY ("practice_id","added_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ruling_by_concept" ON "care"."ruling" USING btree ("practice_id","concept_id");
--> statement-breakpoint
DO $$
DECLARE
  one regclass;
BEGIN
  FOREACH one IN ARRAY ARRAY['care.text', 'care.passage', 'care.posting', 'care.concept', 'care.ruling',
    'care.concept_edition']::regclass[] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', one);
    EXECUTE format(
      'CREATE POLICY own_practice ON %s
         USING (practice_id = nullif(current_setting(''concord.practice'', true), '''')::uuid)
         WITH CHECK (practice_id = nullif(current_setting(''concord.practice'', true), '''')::uuid)',
      one);
  END LOOP;
END $$;
--> statement-breakpoint
-- A text may be taken out of a library, and its passages and postings go with it; nothing is changed in place.
GRANT SELECT, INSERT, DELETE ON care.text, care.passage, care.posting TO concord_app;
GRANT SELECT, INSERT ON care.concept, care.ruling, care.concept_edition TO concord_app;

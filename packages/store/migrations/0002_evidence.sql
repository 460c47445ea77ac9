CREATE TABLE "care"."edition" (
	"practice_id" uuid NOT NULL,
	"synthesis_id" text NOT NULL,
	"number" integer NOT NULL,
	"edition" jsonb NOT NULL,
	"sentence" text NOT NULL,
	"program" text,
	"change_id" uuid NOT NULL,
	"kept_by" uuid NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "edition_key" PRIMARY KEY("practice_id","synthesis_id","number")
);
--> statement-breakpoint
CREATE TABLE "care"."study" (
	"practice_id" uuid NOT NULL,
	"study_id" text NOT NULL,
	"revision" integer NOT NULL,
	"study" jsonb NOT NULL,
	"reason" text,
	"change_id" uuid NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "study_key" PRIMARY KEY("practice_id","study_id","revision")
);
--> statement-breakpoint
CREATE TABLE "care"."synthesis" (
	"practice_id" uuid NOT NULL,
	"synthesis_id" text NOT NULL,
	"revision" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "synthesis_key" PRIMARY KEY("practice_id","synthesis_id","revision")
);
--> statement-breakpoint
ALTER TABLE "care"."edition" ADD CONSTRAINT "edition_kept_by" FOREIGN KEY ("practice_id","kept_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."study" ADD CONSTRAINT "study_added_by" FOREIGN KEY ("practice_id","added_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."synthesis" ADD CONSTRAINT "synthesis_added_by" FOREIGN KEY ("practice_id","added_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "edition_by_change" ON "care"."edition" USING btree ("practice_id","change_id");--> statement-breakpoint
CREATE INDEX "study_by_change" ON "care"."study" USING btree ("practice_id","change_id");
--> statement-breakpoint
DO $$
DECLARE
  one regclass;
BEGIN
  FOREACH one IN ARRAY ARRAY['care.study', 'care.synthesis', 'care.edition']::regclass[] LOOP
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
-- Added to and read, never changed: a correction is a further revision, and an edition stays as it was cited.
GRANT SELECT, INSERT ON care.study, care.synthesis, care.edition TO concord_app;

CREATE TABLE "care"."job" (
	"practice_id" uuid NOT NULL,
	"name" text NOT NULL,
	"wish" jsonb,
	"run" jsonb,
	"last" jsonb,
	"trouble" jsonb,
	"held_by" uuid,
	"held_until" timestamp with time zone,
	"not_before" timestamp with time zone,
	CONSTRAINT "job_key" PRIMARY KEY("practice_id","name")
);
--> statement-breakpoint
ALTER TABLE "care"."job" ADD CONSTRAINT "job_practice" FOREIGN KEY ("practice_id") REFERENCES "care"."practice"("practice_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
DO $$
DECLARE
  one regclass;
BEGIN
  FOREACH one IN ARRAY ARRAY['care.job']::regclass[] LOOP
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
GRANT SELECT, INSERT ON care.job TO concord_app;
--> statement-breakpoint
GRANT UPDATE (wish, run, last, trouble, held_by, held_until, not_before) ON care.job TO concord_app;

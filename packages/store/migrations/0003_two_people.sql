CREATE TABLE "care"."case_choice" (
	"practice_id" uuid NOT NULL,
	"case_choice_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"matter" text NOT NULL,
	"chosen" text,
	"chosen_by" uuid NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_choice_key" PRIMARY KEY("practice_id","case_choice_id")
);
--> statement-breakpoint
CREATE TABLE "care"."repair_step" (
	"practice_id" uuid NOT NULL,
	"repair_step_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"rupture_session" integer NOT NULL,
	"step" text NOT NULL,
	"state" text NOT NULL,
	"taken_in_session" integer NOT NULL,
	"words" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "repair_step_key" PRIMARY KEY("practice_id","repair_step_id")
);
--> statement-breakpoint
ALTER TABLE "care"."case_choice" ADD CONSTRAINT "case_choice_episode" FOREIGN KEY ("practice_id","episode_id") REFERENCES "care"."episode"("practice_id","episode_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."case_choice" ADD CONSTRAINT "case_choice_by" FOREIGN KEY ("practice_id","chosen_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."repair_step" ADD CONSTRAINT "repair_step_episode" FOREIGN KEY ("practice_id","episode_id") REFERENCES "care"."episode"("practice_id","episode_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."repair_step" ADD CONSTRAINT "repair_step_rupture" FOREIGN KEY ("practice_id","episode_id","rupture_session") REFERENCES "care"."session"("practice_id","episode_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."repair_step" ADD CONSTRAINT "repair_step_taken_in" FOREIGN KEY ("practice_id","episode_id","taken_in_session") REFERENCES "care"."session"("practice_id","episode_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."repair_step" ADD CONSTRAINT "repair_step_recorded_by" FOREIGN KEY ("practice_id","recorded_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_choice_by_episode" ON "care"."case_choice" USING btree ("practice_id","episode_id");--> statement-breakpoint
CREATE INDEX "repair_step_by_episode" ON "care"."repair_step" USING btree ("practice_id","episode_id");
--> statement-breakpoint
DO $$
DECLARE
  one regclass;
BEGIN
  FOREACH one IN ARRAY ARRAY['care.case_choice', 'care.repair_step']::regclass[] LOOP
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
-- Added to and read, never changed: what was decided or done before stays on record.
GRANT SELECT, INSERT ON care.case_choice, care.repair_step TO concord_app;

CREATE TABLE "care"."co_therapist" (
	"practice_id" uuid NOT NULL,
	"co_therapist_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"since" date NOT NULL,
	"until" date,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "co_therapist_key" PRIMARY KEY("practice_id","co_therapist_id")
);
--> statement-breakpoint
CREATE TABLE "care"."episode_change" (
	"practice_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"happened_on" date NOT NULL,
	"reason" text,
	"outcome" text,
	"words" text,
	"before" jsonb,
	"from_staff" uuid,
	"to_staff" uuid,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "episode_change_key" PRIMARY KEY("practice_id","change_id")
);
--> statement-breakpoint
CREATE TABLE "care"."referral" (
	"practice_id" uuid NOT NULL,
	"referral_id" uuid NOT NULL,
	"label" text NOT NULL,
	"age_band" text NOT NULL,
	"referred_by" text,
	"received_on" date NOT NULL,
	"note" text,
	"preferred_therapist" uuid,
	"state" text NOT NULL,
	"episode_id" uuid,
	"declined_because" text,
	"decided_by" uuid,
	"decided_on" date,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "referral_key" PRIMARY KEY("practice_id","referral_id")
);
--> statement-breakpoint
ALTER TABLE "care"."client" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "care"."therapy_group" ADD COLUMN "kind" text DEFAULT 'group' NOT NULL;--> statement-breakpoint
ALTER TABLE "care"."co_therapist" ADD CONSTRAINT "co_therapist_episode" FOREIGN KEY ("practice_id","episode_id") REFERENCES "care"."episode"("practice_id","episode_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."co_therapist" ADD CONSTRAINT "co_therapist_staff" FOREIGN KEY ("practice_id","staff_id") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."co_therapist" ADD CONSTRAINT "co_therapist_added_by" FOREIGN KEY ("practice_id","added_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."episode_change" ADD CONSTRAINT "episode_change_episode" FOREIGN KEY ("practice_id","episode_id") REFERENCES "care"."episode"("practice_id","episode_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."episode_change" ADD CONSTRAINT "episode_change_from" FOREIGN KEY ("practice_id","from_staff") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."episode_change" ADD CONSTRAINT "episode_change_to" FOREIGN KEY ("practice_id","to_staff") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."episode_change" ADD CONSTRAINT "episode_change_recorded_by" FOREIGN KEY ("practice_id","recorded_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."referral" ADD CONSTRAINT "referral_practice" FOREIGN KEY ("practice_id") REFERENCES "care"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."referral" ADD CONSTRAINT "referral_episode" FOREIGN KEY ("practice_id","episode_id") REFERENCES "care"."episode"("practice_id","episode_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."referral" ADD CONSTRAINT "referral_preferred_therapist" FOREIGN KEY ("practice_id","preferred_therapist") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."referral" ADD CONSTRAINT "referral_decided_by" FOREIGN KEY ("practice_id","decided_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."referral" ADD CONSTRAINT "referral_added_by" FOREIGN KEY ("practice_id","added_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "co_therapist_by_episode" ON "care"."co_therapist" USING btree ("practice_id","episode_id");--> statement-breakpoint
CREATE INDEX "co_therapist_by_staff" ON "care"."co_therapist" USING btree ("practice_id","staff_id");--> statement-breakpoint
CREATE INDEX "episode_change_by_episode" ON "care"."episode_change" USING btree ("practice_id","episode_id","recorded_at");--> statement-breakpoint
CREATE INDEX "referral_by_state" ON "care"."referral" USING btree ("practice_id","state","received_on");
--> statement-breakpoint
DO $$
DECLARE
  one regclass;
BEGIN
  FOREACH one IN ARRAY ARRAY['care.episode_change', 'care.referral', 'care.co_therapist']::regclass[] LOOP
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
GRANT SELECT, INSERT ON care.episode_change, care.referral, care.co_therapist TO concord_app;
--> statement-breakpoint
GRANT UPDATE (state, episode_id, declined_because, decided_by, decided_on), DELETE ON care.referral TO concord_app;
--> statement-breakpoint
GRANT UPDATE (until) ON care.co_therapist TO concord_app;
--> statement-breakpoint
GRANT UPDATE (merged_into) ON care.client TO concord_app;
--> statement-breakpoint
GRANT UPDATE (client_id) ON care.episode TO concord_app;

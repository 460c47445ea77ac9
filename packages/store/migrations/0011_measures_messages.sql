CREATE TABLE "care"."appointment" (
	"practice_id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"episode_id" uuid,
	"group_id" uuid,
	"starts_at" timestamp with time zone NOT NULL,
	"minutes" integer NOT NULL,
	"state" text NOT NULL,
	"session" integer,
	"series" uuid,
	"external_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "appointment_key" PRIMARY KEY("practice_id","appointment_id"),
	CONSTRAINT "appointment_imported_once" UNIQUE("practice_id","external_id"),
	CONSTRAINT "appointment_of_one" CHECK (("care"."appointment"."episode_id" is null) <> ("care"."appointment"."group_id" is null))
);
--> statement-breakpoint
CREATE TABLE "care"."contact" (
	"practice_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"person" text NOT NULL,
	"name" text,
	"email" text,
	"phone" text,
	"channel" text NOT NULL,
	"language" text,
	"consented_at" timestamp with time zone,
	"failing_since" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "contact_key" PRIMARY KEY("practice_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "care"."measure_plan" (
	"practice_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"episode_id" uuid,
	"content" jsonb NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "measure_plan_key" PRIMARY KEY("practice_id","plan_id")
);
--> statement-breakpoint
CREATE TABLE "care"."message" (
	"practice_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"key" text NOT NULL,
	"template" text NOT NULL,
	"values" jsonb NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"language" text NOT NULL,
	"contact_id" uuid,
	"staff_id" uuid,
	"sitting_id" uuid,
	"task_id" uuid,
	"state" text NOT NULL,
	"send_at" timestamp with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"leased_until" timestamp with time zone,
	"problem" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "message_key" PRIMARY KEY("practice_id","message_id"),
	CONSTRAINT "message_asked_once" UNIQUE("practice_id","key")
);
--> statement-breakpoint
CREATE TABLE "care"."sitting" (
	"practice_id" uuid NOT NULL,
	"sitting_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"session" integer NOT NULL,
	"moment" text NOT NULL,
	"rater" text NOT NULL,
	"respondent" text,
	"contact_id" uuid,
	"language" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "sitting_key" PRIMARY KEY("practice_id","sitting_id")
);
--> statement-breakpoint
CREATE TABLE "care"."day_code" (
	"practice_id" uuid NOT NULL,
	"code" text NOT NULL,
	"day" text NOT NULL,
	"episode_id" uuid NOT NULL,
	"session" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "day_code_key" PRIMARY KEY("practice_id","day","code")
);
--> statement-breakpoint
CREATE TABLE "care"."tablet" (
	"practice_id" uuid NOT NULL,
	"tablet_id" uuid NOT NULL,
	"name" text NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "tablet_key" PRIMARY KEY("practice_id","tablet_id")
);
--> statement-breakpoint
CREATE TABLE "directory"."tablet" (
	"practice_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"tablet_id" uuid NOT NULL,
	CONSTRAINT "directory_tablet_key" PRIMARY KEY("practice_id","token_hash")
);
--> statement-breakpoint
ALTER TABLE "directory"."token" ALTER COLUMN "request_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "directory"."token" ADD COLUMN "sitting_id" uuid;--> statement-breakpoint
ALTER TABLE "care"."therapy_group" ADD COLUMN "co_leader_id" uuid;--> statement-breakpoint
ALTER TABLE "care"."form_request" ADD COLUMN "sitting_id" uuid;--> statement-breakpoint
ALTER TABLE "care"."form_request" ADD COLUMN "position" integer;--> statement-breakpoint
ALTER TABLE "care"."session" ADD COLUMN "planned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "care"."appointment" ADD CONSTRAINT "appointment_episode" FOREIGN KEY ("practice_id","episode_id") REFERENCES "care"."episode"("practice_id","episode_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."appointment" ADD CONSTRAINT "appointment_group" FOREIGN KEY ("practice_id","group_id") REFERENCES "care"."therapy_group"("practice_id","group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."contact" ADD CONSTRAINT "contact_client" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."measure_plan" ADD CONSTRAINT "measure_plan_episode" FOREIGN KEY ("practice_id","episode_id") REFERENCES "care"."episode"("practice_id","episode_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."measure_plan" ADD CONSTRAINT "measure_plan_by" FOREIGN KEY ("practice_id","made_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."message" ADD CONSTRAINT "message_contact" FOREIGN KEY ("practice_id","contact_id") REFERENCES "care"."contact"("practice_id","contact_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."message" ADD CONSTRAINT "message_staff" FOREIGN KEY ("practice_id","staff_id") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."message" ADD CONSTRAINT "message_sitting" FOREIGN KEY ("practice_id","sitting_id") REFERENCES "care"."sitting"("practice_id","sitting_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."message" ADD CONSTRAINT "message_task" FOREIGN KEY ("practice_id","task_id") REFERENCES "care"."risk_task"("practice_id","task_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."sitting" ADD CONSTRAINT "sitting_session" FOREIGN KEY ("practice_id","episode_id","session") REFERENCES "care"."session"("practice_id","episode_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."sitting" ADD CONSTRAINT "sitting_contact" FOREIGN KEY ("practice_id","contact_id") REFERENCES "care"."contact"("practice_id","contact_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."day_code" ADD CONSTRAINT "day_code_episode" FOREIGN KEY ("practice_id","episode_id") REFERENCES "care"."episode"("practice_id","episode_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."tablet" ADD CONSTRAINT "tablet_added_by" FOREIGN KEY ("practice_id","added_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appointment_by_time" ON "care"."appointment" USING btree ("practice_id","state","starts_at");--> statement-breakpoint
CREATE INDEX "appointment_by_episode" ON "care"."appointment" USING btree ("practice_id","episode_id","starts_at");--> statement-breakpoint
CREATE INDEX "contact_by_client" ON "care"."contact" USING btree ("practice_id","client_id");--> statement-breakpoint
CREATE INDEX "measure_plan_by_time" ON "care"."measure_plan" USING btree ("practice_id","episode_id","made_at");--> statement-breakpoint
CREATE INDEX "message_to_send" ON "care"."message" USING btree ("practice_id","state","send_at");--> statement-breakpoint
CREATE INDEX "message_by_time" ON "care"."message" USING btree ("practice_id","created_at");--> statement-breakpoint
CREATE INDEX "message_by_sitting" ON "care"."message" USING btree ("practice_id","sitting_id");--> statement-breakpoint
CREATE INDEX "message_by_task" ON "care"."message" USING btree ("practice_id","task_id");--> statement-breakpoint
CREATE INDEX "sitting_by_episode" ON "care"."sitting" USING btree ("practice_id","episode_id","session");--> statement-breakpoint
CREATE INDEX "tablet_by_hash" ON "directory"."tablet" USING btree ("token_hash");--> statement-breakpoint
ALTER TABLE "care"."therapy_group" ADD CONSTRAINT "therapy_group_co_leader" FOREIGN KEY ("practice_id","co_leader_id") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."form_request" ADD CONSTRAINT "form_request_sitting" FOREIGN KEY ("practice_id","sitting_id") REFERENCES "care"."sitting"("practice_id","sitting_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "form_request_by_sitting" ON "care"."form_request" USING btree ("practice_id","sitting_id");
--> statement-breakpoint
DO $$
DECLARE
  one regclass;
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'care.appointment', 'care.contact', 'care.day_code', 'care.measure_plan', 'care.message', 'care.sitting', 'care.tablet'
  ]::regclass[] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', one);
    EXECUTE format(
      'CREATE POLICY own_practice ON %s
         USING (practice_id = nullif(current_setting(''concord.practice'', true), '''')::uuid)
         WITH CHECK (practice_id = nullif(current_setting(''concord.practice'', true), '''')::uuid)',
      one);
  END LOOP;
  ALTER TABLE directory.tablet ENABLE ROW LEVEL SECURITY;
  ALTER TABLE directory.tablet FORCE ROW LEVEL SECURITY;
  CREATE POLICY read_by_all ON directory.tablet FOR SELECT USING (true);
  CREATE POLICY added_by_practice ON directory.tablet FOR INSERT
    WITH CHECK (practice_id = nullif(current_setting('concord.practice', true), '')::uuid);
  CREATE POLICY removed_by_practice ON directory.tablet FOR DELETE
    USING (practice_id = nullif(current_setting('concord.practice', true), '')::uuid);
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT ON
  care.appointment, care.contact, care.day_code, care.measure_plan, care.message, care.sitting, care.tablet,
  directory.tablet
TO concord_app;
--> statement-breakpoint
GRANT DELETE ON directory.tablet TO concord_app;
--> statement-breakpoint
GRANT UPDATE (starts_at, minutes, state, session, changed_at) ON care.appointment TO concord_app;
--> statement-breakpoint
GRANT UPDATE (name, email, phone, channel, language, consented_at, failing_since, removed_at)
  ON care.contact TO concord_app;
--> statement-breakpoint
GRANT UPDATE (state, send_at, attempts, leased_until, problem, sent_at, address, values) ON care.message TO concord_app;
--> statement-breakpoint
GRANT UPDATE (expires_at, contact_id, withdrawn_at) ON care.sitting TO concord_app;
--> statement-breakpoint
GRANT UPDATE (position) ON care.form_request TO concord_app;
--> statement-breakpoint
GRANT UPDATE (removed_at) ON care.tablet TO concord_app;
--> statement-breakpoint
GRANT UPDATE (used_at) ON care.day_code TO concord_app;
--> statement-breakpoint
GRANT UPDATE (planned) ON care.session TO concord_app;
--> statement-breakpoint
GRANT UPDATE (co_leader_id) ON care.therapy_group TO concord_app;

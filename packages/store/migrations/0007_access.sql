CREATE TABLE "care"."access_change" (
	"practice_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"roles_before" text[],
	"roles_after" text[],
	"asked_by" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "access_change_key" PRIMARY KEY("practice_id","change_id"),
	CONSTRAINT "access_change_kind_known" CHECK ("care"."access_change"."kind" in ('added', 'roles', 'duty', 'left', 'returned', 'joined', 'password-reset', 'two-step-ended')),
	CONSTRAINT "access_change_state_known" CHECK ("care"."access_change"."state" in ('made', 'asked', 'confirmed', 'refused', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "care"."access_notice_read" (
	"practice_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "access_notice_read_key" PRIMARY KEY("practice_id","change_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "directory"."invitation" (
	"practice_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"staff_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invitation_key" PRIMARY KEY("practice_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "auth"."limit_points" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
ALTER TABLE "care"."access_change" ADD CONSTRAINT "access_change_staff" FOREIGN KEY ("practice_id","staff_id") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."access_notice_read" ADD CONSTRAINT "access_notice_read_change" FOREIGN KEY ("practice_id","change_id") REFERENCES "care"."access_change"("practice_id","change_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."access_notice_read" ADD CONSTRAINT "access_notice_read_staff" FOREIGN KEY ("practice_id","staff_id") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_change_by_time" ON "care"."access_change" USING btree ("practice_id","asked_at","change_id");--> statement-breakpoint
CREATE INDEX "invitation_by_hash" ON "directory"."invitation" USING btree ("token_hash");
--> statement-breakpoint
DO $$
DECLARE
  one regclass;
BEGIN
  FOREACH one IN ARRAY ARRAY['care.access_change', 'care.access_notice_read']::regclass[] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', one);
    EXECUTE format(
      'CREATE POLICY own_practice ON %s
         USING (practice_id = nullif(current_setting(''concord.practice'', true), '''')::uuid)
         WITH CHECK (practice_id = nullif(current_setting(''concord.practice'', true), '''')::uuid)',
      one);
  END LOOP;
  ALTER TABLE directory.invitation ENABLE ROW LEVEL SECURITY;
  ALTER TABLE directory.invitation FORCE ROW LEVEL SECURITY;
  CREATE POLICY read_by_all ON directory.invitation FOR SELECT USING (true);
  CREATE POLICY added_by_practice ON directory.invitation FOR INSERT
    WITH CHECK (practice_id = nullif(current_setting('concord.practice', true), '')::uuid);
  CREATE POLICY removed_by_practice ON directory.invitation FOR DELETE
    USING (practice_id = nullif(current_setting('concord.practice', true), '')::uuid);
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT ON care.access_change, care.access_notice_read, directory.invitation TO concord_app;
--> statement-breakpoint
-- What was asked for is never edited; only how it was decided is added.
GRANT UPDATE (state, decided_by, decided_at) ON care.access_change TO concord_app;
--> statement-breakpoint
GRANT DELETE ON directory.invitation TO concord_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.limit_points TO concord_app;

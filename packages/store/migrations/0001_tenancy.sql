-- Who may touch what. The application's role, concord_app, owns nothing and never bypasses the policies below;
-- it must exist before this runs. Every policy is one comparison without a subquery, so that it also works on
-- tables sharded by practice.

DO $$
DECLARE
  one regclass;
BEGIN
  FOR one IN
    SELECT c.oid::regclass FROM pg_catalog.pg_class c
    WHERE c.relnamespace = 'care'::regnamespace AND c.relkind IN ('r', 'p')
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', one);
    EXECUTE format(
      'CREATE POLICY own_practice ON %s
         USING (practice_id = nullif(current_setting(''concord.practice'', true), '''')::uuid)
         WITH CHECK (practice_id = nullif(current_setting(''concord.practice'', true), '''')::uuid)',
      one);
  END LOOP;

  -- The directory is read before a practice is known, and written only from within one.
  FOR one IN
    SELECT c.oid::regclass FROM pg_catalog.pg_class c
    WHERE c.relnamespace = 'directory'::regnamespace AND c.relkind IN ('r', 'p')
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY read_by_all ON %s FOR SELECT USING (true)', one);
    EXECUTE format(
      'CREATE POLICY added_by_practice ON %s FOR INSERT
         WITH CHECK (practice_id = nullif(current_setting(''concord.practice'', true), '''')::uuid)',
      one);
    EXECUTE format(
      'CREATE POLICY changed_by_practice ON %s FOR UPDATE
         USING (practice_id = nullif(current_setting(''concord.practice'', true), '''')::uuid)
         WITH CHECK (practice_id = nullif(current_setting(''concord.practice'', true), '''')::uuid)',
      one);
    EXECUTE format(
      'CREATE POLICY removed_by_practice ON %s FOR DELETE
         USING (practice_id = nullif(current_setting(''concord.practice'', true), '''')::uuid)',
      one);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA care, directory, auth TO concord_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA care, directory TO concord_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO concord_app;
--> statement-breakpoint
-- What may change, column by column. What is not named here is only ever added to: responses, ratings of
-- fellow members, consents, notes and the audit trail. No row ever moves to another practice.
GRANT UPDATE (name, language) ON care.practice TO concord_app;
--> statement-breakpoint
GRANT UPDATE (user_id, name, email, roles, active) ON care.staff TO concord_app;
--> statement-breakpoint
GRANT UPDATE (label, age_band, birth_year, language) ON care.client TO concord_app;
--> statement-breakpoint
GRANT UPDATE (therapist_id, opened_on, closed_on, ending_from, next_session) ON care.episode TO concord_app;
--> statement-breakpoint
GRANT UPDATE (name, therapist_id, closed_on) ON care.therapy_group TO concord_app;
--> statement-breakpoint
GRANT UPDATE (joined_on, left_on) ON care.group_member TO concord_app;
--> statement-breakpoint
GRANT UPDATE (held_on, attended) ON care.session TO concord_app;
--> statement-breakpoint
GRANT UPDATE (expires_at, opened_at, answered_at, withdrawn_at) ON care.form_request TO concord_app;
--> statement-breakpoint
GRANT UPDATE (current) ON care.score TO concord_app;
--> statement-breakpoint
GRANT UPDATE (acknowledged_by, acknowledged_at) ON care.risk_task TO concord_app;
--> statement-breakpoint
GRANT UPDATE (from_session, marked_by, marked_at), DELETE ON care.phase_mark TO concord_app;
--> statement-breakpoint
GRANT UPDATE (wording, imported_by, imported_at), DELETE ON care.wording_pack TO concord_app;
--> statement-breakpoint
GRANT UPDATE (value, changed_at), DELETE ON care.setting TO concord_app;
--> statement-breakpoint
GRANT UPDATE (
  therapist_id, therapist, client, client_key, age_band, phase, sessions, last_session, next_session, weight,
  rank, headline, signals, spark, awaiting, awaiting_count, open_tasks, closed, search, updated_at
), DELETE ON care.case_digest TO concord_app;
--> statement-breakpoint
GRANT UPDATE (staff_id, active), DELETE ON directory.membership TO concord_app;
--> statement-breakpoint
GRANT DELETE ON directory.token TO concord_app;

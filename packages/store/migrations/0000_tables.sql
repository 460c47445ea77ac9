CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE SCHEMA "care";
--> statement-breakpoint
CREATE SCHEMA "directory";
--> statement-breakpoint
CREATE TABLE "care"."audit" (
	"practice_id" uuid NOT NULL,
	"audit_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"staff_id" uuid,
	"who" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	CONSTRAINT "audit_key" PRIMARY KEY("practice_id","audit_id")
);
--> statement-breakpoint
CREATE TABLE "auth"."account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."passkey" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text,
	"public_key" text NOT NULL,
	"user_id" text NOT NULL,
	"credential_id" text NOT NULL,
	"counter" integer NOT NULL,
	"device_type" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text,
	"created_at" timestamp with time zone,
	"aaguid" text
);
--> statement-breakpoint
CREATE TABLE "auth"."rate_limit" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limit_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "auth"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth"."two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"user_id" text NOT NULL,
	"verified" boolean DEFAULT true,
	"failed_verification_count" integer DEFAULT 0,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "auth"."user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"two_factor_enabled" boolean DEFAULT false,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth"."verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "care"."client" (
	"practice_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"label" text NOT NULL,
	"age_band" text NOT NULL,
	"birth_year" integer,
	"language" text DEFAULT 'en' NOT NULL,
	"simulated" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "client_key" PRIMARY KEY("practice_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "care"."consent" (
	"practice_id" uuid NOT NULL,
	"consent_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"matter" text NOT NULL,
	"state" text NOT NULL,
	"given_by" text NOT NULL,
	"supervisor_id" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consent_key" PRIMARY KEY("practice_id","consent_id")
);
--> statement-breakpoint
CREATE TABLE "care"."case_digest" (
	"practice_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"therapist_id" uuid NOT NULL,
	"therapist" text NOT NULL,
	"client" text NOT NULL,
	"client_key" text NOT NULL,
	"age_band" text NOT NULL,
	"phase" text,
	"sessions" integer NOT NULL,
	"last_session" date,
	"next_session" date,
	"weight" text,
	"rank" smallint NOT NULL,
	"headline" text NOT NULL,
	"signals" integer NOT NULL,
	"spark" jsonb NOT NULL,
	"awaiting" jsonb NOT NULL,
	"awaiting_count" integer NOT NULL,
	"open_tasks" integer NOT NULL,
	"closed" boolean NOT NULL,
	"search" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_digest_key" PRIMARY KEY("practice_id","episode_id")
);
--> statement-breakpoint
CREATE TABLE "directory"."practice" (
	"practice_id" uuid NOT NULL,
	CONSTRAINT "directory_practice_key" PRIMARY KEY("practice_id")
);
--> statement-breakpoint
CREATE TABLE "directory"."membership" (
	"practice_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"active" boolean NOT NULL,
	CONSTRAINT "membership_key" PRIMARY KEY("practice_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "directory"."token" (
	"practice_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"request_id" uuid NOT NULL,
	CONSTRAINT "token_key" PRIMARY KEY("practice_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "care"."episode" (
	"practice_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"therapist_id" uuid NOT NULL,
	"opened_on" date NOT NULL,
	"closed_on" date,
	"ending_from" integer,
	"next_session" date,
	"reference" text,
	"simulated" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "episode_key" PRIMARY KEY("practice_id","episode_id"),
	CONSTRAINT "episode_reference_once" UNIQUE("practice_id","reference")
);
--> statement-breakpoint
CREATE TABLE "care"."group_member" (
	"practice_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"joined_on" date NOT NULL,
	"left_on" date,
	CONSTRAINT "group_member_key" PRIMARY KEY("practice_id","group_id","episode_id")
);
--> statement-breakpoint
CREATE TABLE "care"."therapy_group" (
	"practice_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"name" text NOT NULL,
	"therapist_id" uuid NOT NULL,
	"opened_on" date NOT NULL,
	"closed_on" date,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "therapy_group_key" PRIMARY KEY("practice_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "care"."note" (
	"practice_id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"session" integer,
	"author_id" uuid NOT NULL,
	"readers" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"replaces" uuid,
	CONSTRAINT "note_key" PRIMARY KEY("practice_id","note_id"),
	CONSTRAINT "note_replaced_once" UNIQUE("practice_id","replaces")
);
--> statement-breakpoint
CREATE TABLE "care"."phase_mark" (
	"practice_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"phase" text NOT NULL,
	"from_session" integer NOT NULL,
	"marked_by" uuid NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "phase_mark_key" PRIMARY KEY("practice_id","episode_id","phase")
);
--> statement-breakpoint
CREATE TABLE "care"."practice" (
	"practice_id" uuid NOT NULL,
	"name" text NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"simulated" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "practice_key" PRIMARY KEY("practice_id")
);
--> statement-breakpoint
CREATE TABLE "care"."form_request" (
	"practice_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"session" integer NOT NULL,
	"instrument" text NOT NULL,
	"instrument_version" text NOT NULL,
	"construct" text NOT NULL,
	"rater" text NOT NULL,
	"respondent_id" uuid,
	"respondent" text,
	"language" text NOT NULL,
	"token_hash" "bytea",
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "form_request_key" PRIMARY KEY("practice_id","request_id"),
	CONSTRAINT "form_request_token_once" UNIQUE("practice_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "care"."member_rating" (
	"practice_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"item" text NOT NULL,
	"value" double precision NOT NULL,
	CONSTRAINT "member_rating_key" PRIMARY KEY("practice_id","response_id","member_id","item")
);
--> statement-breakpoint
CREATE TABLE "care"."response" (
	"practice_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"request_id" uuid,
	"episode_id" uuid NOT NULL,
	"session" integer NOT NULL,
	"instrument" text NOT NULL,
	"instrument_version" text NOT NULL,
	"rater" text NOT NULL,
	"respondent" text,
	"source" text NOT NULL,
	"values" jsonb NOT NULL,
	"texts" jsonb NOT NULL,
	"answered_on" date,
	"received_at" timestamp with time zone NOT NULL,
	"idempotency_key" text,
	"corrects" uuid,
	CONSTRAINT "response_key" PRIMARY KEY("practice_id","response_id"),
	CONSTRAINT "response_submitted_once" UNIQUE("practice_id","request_id","idempotency_key"),
	CONSTRAINT "response_corrected_once" UNIQUE("practice_id","corrects")
);
--> statement-breakpoint
CREATE TABLE "care"."score" (
	"practice_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"scoring" text NOT NULL,
	"scale" text NOT NULL,
	"episode_id" uuid NOT NULL,
	"construct" text NOT NULL,
	"better" text NOT NULL,
	"kind" text NOT NULL,
	"value" double precision,
	"percent" double precision,
	"minimum" double precision,
	"maximum" double precision,
	"answered" integer NOT NULL,
	"items" integer NOT NULL,
	"prorated" boolean DEFAULT false NOT NULL,
	"reason" text,
	"current" boolean DEFAULT true NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "score_key" PRIMARY KEY("practice_id","response_id","scoring","scale"),
	CONSTRAINT "score_or_reason" CHECK (case "care"."score"."kind" when 'score' then "care"."score"."value" is not null and "care"."score"."percent" is not null
        and "care"."score"."minimum" is not null and "care"."score"."maximum" is not null
        else "care"."score"."value" is null and "care"."score"."reason" is not null end)
);
--> statement-breakpoint
CREATE TABLE "care"."session" (
	"practice_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"held_on" date,
	"attended" boolean DEFAULT true NOT NULL,
	CONSTRAINT "session_key" PRIMARY KEY("practice_id","episode_id","number"),
	CONSTRAINT "session_number_from_zero" CHECK ("care"."session"."number" >= 0)
);
--> statement-breakpoint
CREATE TABLE "care"."setting" (
	"practice_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "setting_key" PRIMARY KEY("practice_id","name")
);
--> statement-breakpoint
CREATE TABLE "care"."staff" (
	"practice_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"user_id" text,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"roles" text[] NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staff_key" PRIMARY KEY("practice_id","staff_id"),
	CONSTRAINT "staff_account_once" UNIQUE("practice_id","user_id"),
	CONSTRAINT "staff_email_once" UNIQUE("practice_id","email"),
	CONSTRAINT "staff_roles_known" CHECK ("care"."staff"."roles" <@ array['therapist', 'supervisor', 'administrator', 'researcher'])
);
--> statement-breakpoint
CREATE TABLE "care"."risk_task" (
	"practice_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"session" integer NOT NULL,
	"response_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"risks" jsonb NOT NULL,
	"sentence" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"acknowledged_by" uuid,
	"acknowledged_at" timestamp with time zone,
	CONSTRAINT "risk_task_key" PRIMARY KEY("practice_id","task_id"),
	CONSTRAINT "risk_task_once" UNIQUE("practice_id","response_id","kind")
);
--> statement-breakpoint
CREATE TABLE "care"."wording_pack" (
	"practice_id" uuid NOT NULL,
	"instrument" text NOT NULL,
	"language" text NOT NULL,
	"wording" jsonb NOT NULL,
	"imported_by" uuid NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "wording_pack_key" PRIMARY KEY("practice_id","instrument","language")
);
--> statement-breakpoint
ALTER TABLE "care"."audit" ADD CONSTRAINT "audit_practice" FOREIGN KEY ("practice_id") REFERENCES "care"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."passkey" ADD CONSTRAINT "passkey_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."client" ADD CONSTRAINT "client_practice" FOREIGN KEY ("practice_id") REFERENCES "care"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."consent" ADD CONSTRAINT "consent_episode" FOREIGN KEY ("practice_id","episode_id") REFERENCES "care"."episode"("practice_id","episode_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."consent" ADD CONSTRAINT "consent_supervisor" FOREIGN KEY ("practice_id","supervisor_id") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."consent" ADD CONSTRAINT "consent_recorded_by" FOREIGN KEY ("practice_id","recorded_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."case_digest" ADD CONSTRAINT "case_digest_episode" FOREIGN KEY ("practice_id","episode_id") REFERENCES "care"."episode"("practice_id","episode_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."episode" ADD CONSTRAINT "episode_client" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."episode" ADD CONSTRAINT "episode_therapist" FOREIGN KEY ("practice_id","therapist_id") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."group_member" ADD CONSTRAINT "group_member_group" FOREIGN KEY ("practice_id","group_id") REFERENCES "care"."therapy_group"("practice_id","group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."group_member" ADD CONSTRAINT "group_member_episode" FOREIGN KEY ("practice_id","episode_id") REFERENCES "care"."episode"("practice_id","episode_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."therapy_group" ADD CONSTRAINT "therapy_group_therapist" FOREIGN KEY ("practice_id","therapist_id") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."note" ADD CONSTRAINT "note_episode" FOREIGN KEY ("practice_id","episode_id") REFERENCES "care"."episode"("practice_id","episode_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."note" ADD CONSTRAINT "note_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."note" ADD CONSTRAINT "note_replaces" FOREIGN KEY ("practice_id","replaces") REFERENCES "care"."note"("practice_id","note_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."phase_mark" ADD CONSTRAINT "phase_mark_episode" FOREIGN KEY ("practice_id","episode_id") REFERENCES "care"."episode"("practice_id","episode_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."phase_mark" ADD CONSTRAINT "phase_mark_by" FOREIGN KEY ("practice_id","marked_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."form_request" ADD CONSTRAINT "form_request_session" FOREIGN KEY ("practice_id","episode_id","session") REFERENCES "care"."session"("practice_id","episode_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."member_rating" ADD CONSTRAINT "member_rating_response" FOREIGN KEY ("practice_id","response_id") REFERENCES "care"."response"("practice_id","response_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."member_rating" ADD CONSTRAINT "member_rating_member" FOREIGN KEY ("practice_id","member_id") REFERENCES "care"."episode"("practice_id","episode_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."response" ADD CONSTRAINT "response_request" FOREIGN KEY ("practice_id","request_id") REFERENCES "care"."form_request"("practice_id","request_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."response" ADD CONSTRAINT "response_session" FOREIGN KEY ("practice_id","episode_id","session") REFERENCES "care"."session"("practice_id","episode_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."response" ADD CONSTRAINT "response_corrects" FOREIGN KEY ("practice_id","corrects") REFERENCES "care"."response"("practice_id","response_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."score" ADD CONSTRAINT "score_response" FOREIGN KEY ("practice_id","response_id") REFERENCES "care"."response"("practice_id","response_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."session" ADD CONSTRAINT "session_episode" FOREIGN KEY ("practice_id","episode_id") REFERENCES "care"."episode"("practice_id","episode_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."setting" ADD CONSTRAINT "setting_practice" FOREIGN KEY ("practice_id") REFERENCES "care"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."staff" ADD CONSTRAINT "staff_practice" FOREIGN KEY ("practice_id") REFERENCES "care"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."risk_task" ADD CONSTRAINT "risk_task_response" FOREIGN KEY ("practice_id","response_id") REFERENCES "care"."response"("practice_id","response_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."risk_task" ADD CONSTRAINT "risk_task_session" FOREIGN KEY ("practice_id","episode_id","session") REFERENCES "care"."session"("practice_id","episode_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."risk_task" ADD CONSTRAINT "risk_task_acknowledged_by" FOREIGN KEY ("practice_id","acknowledged_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."wording_pack" ADD CONSTRAINT "wording_pack_imported_by" FOREIGN KEY ("practice_id","imported_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_by_time" ON "care"."audit" USING btree ("practice_id","at","audit_id");--> statement-breakpoint
CREATE INDEX "account_by_user" ON "auth"."account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "passkey_by_user" ON "auth"."passkey" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "passkey_by_credential" ON "auth"."passkey" USING btree ("credential_id");--> statement-breakpoint
CREATE INDEX "session_by_user" ON "auth"."session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "two_factor_by_secret" ON "auth"."two_factor" USING btree ("secret");--> statement-breakpoint
CREATE INDEX "two_factor_by_user" ON "auth"."two_factor" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_by_identifier" ON "auth"."verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "consent_by_episode" ON "care"."consent" USING btree ("practice_id","episode_id");--> statement-breakpoint
CREATE INDEX "consent_by_supervisor" ON "care"."consent" USING btree ("practice_id","supervisor_id");--> statement-breakpoint
CREATE INDEX "case_digest_by_attention" ON "care"."case_digest" USING btree ("practice_id","closed","rank","signals","episode_id");--> statement-breakpoint
CREATE INDEX "case_digest_by_client" ON "care"."case_digest" USING btree ("practice_id","closed","client_key" collate "C","episode_id");--> statement-breakpoint
CREATE INDEX "case_digest_by_last" ON "care"."case_digest" USING btree ("practice_id","closed","last_session","episode_id");--> statement-breakpoint
CREATE INDEX "case_digest_by_next" ON "care"."case_digest" USING btree ("practice_id","closed","next_session","episode_id");--> statement-breakpoint
CREATE INDEX "case_digest_by_sessions" ON "care"."case_digest" USING btree ("practice_id","closed","sessions","episode_id");--> statement-breakpoint
CREATE INDEX "case_digest_by_therapist" ON "care"."case_digest" USING btree ("practice_id","therapist_id");--> statement-breakpoint
CREATE INDEX "membership_by_user" ON "directory"."membership" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "token_by_hash" ON "directory"."token" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "episode_by_client" ON "care"."episode" USING btree ("practice_id","client_id");--> statement-breakpoint
CREATE INDEX "episode_by_therapist" ON "care"."episode" USING btree ("practice_id","therapist_id");--> statement-breakpoint
CREATE INDEX "group_member_by_episode" ON "care"."group_member" USING btree ("practice_id","episode_id");--> statement-breakpoint
CREATE INDEX "note_by_episode" ON "care"."note" USING btree ("practice_id","episode_id");--> statement-breakpoint
CREATE INDEX "form_request_by_episode" ON "care"."form_request" USING btree ("practice_id","episode_id","session");--> statement-breakpoint
CREATE UNIQUE INDEX "response_first_once" ON "care"."response" USING btree ("practice_id","request_id") WHERE "care"."response"."corrects" is null;--> statement-breakpoint
CREATE INDEX "response_by_episode" ON "care"."response" USING btree ("practice_id","episode_id","session");--> statement-breakpoint
CREATE INDEX "response_by_instrument" ON "care"."response" USING btree ("practice_id","instrument");--> statement-breakpoint
CREATE INDEX "score_by_episode" ON "care"."score" USING btree ("practice_id","episode_id") WHERE "care"."score"."current";--> statement-breakpoint
CREATE INDEX "risk_task_by_episode" ON "care"."risk_task" USING btree ("practice_id","episode_id");
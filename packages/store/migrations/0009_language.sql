ALTER TABLE "care"."practice" ADD COLUMN "time_zone" text DEFAULT 'UTC' NOT NULL;--> statement-breakpoint
ALTER TABLE "care"."staff" ADD COLUMN "language" text;
--> statement-breakpoint
GRANT UPDATE (time_zone) ON care.practice TO concord_app;
--> statement-breakpoint
GRANT UPDATE (language) ON care.staff TO concord_app;

ALTER TABLE "care"."case_digest" ALTER COLUMN "headline" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "care"."risk_task" ALTER COLUMN "sentence" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "care"."audit" ADD COLUMN "message" jsonb;--> statement-breakpoint
ALTER TABLE "care"."case_digest" ADD COLUMN "message" jsonb;--> statement-breakpoint
ALTER TABLE "care"."edition" ADD COLUMN "message" jsonb;--> statement-breakpoint
ALTER TABLE "care"."score" ADD COLUMN "message" jsonb;--> statement-breakpoint
ALTER TABLE "care"."risk_task" ADD COLUMN "message" jsonb;--> statement-breakpoint
GRANT UPDATE (message) ON care.case_digest TO concord_app;

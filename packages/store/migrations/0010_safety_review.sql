CREATE TABLE "care"."safety_review" (
	"practice_id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"asked" jsonb NOT NULL,
	"outcome" text NOT NULL,
	"told" jsonb NOT NULL,
	"next_check" date,
	"note" text,
	"reviewed_by" uuid NOT NULL,
	"reviewed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "safety_review_key" PRIMARY KEY("practice_id","review_id")
);
--> statement-breakpoint
ALTER TABLE "care"."risk_task" ALTER COLUMN "response_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "care"."safety_review" ADD CONSTRAINT "safety_review_task" FOREIGN KEY ("practice_id","task_id") REFERENCES "care"."risk_task"("practice_id","task_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."safety_review" ADD CONSTRAINT "safety_review_by" FOREIGN KEY ("practice_id","reviewed_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "safety_review_by_task" ON "care"."safety_review" USING btree ("practice_id","task_id","reviewed_at");
--> statement-breakpoint
ALTER TABLE care.safety_review ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE care.safety_review FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_practice ON care.safety_review
  USING (practice_id = nullif(current_setting('concord.practice', true), '')::uuid)
  WITH CHECK (practice_id = nullif(current_setting('concord.practice', true), '')::uuid);
--> statement-breakpoint
-- Added to and read, never changed: what was asked and decided stays on record.
GRANT SELECT, INSERT ON care.safety_review TO concord_app;

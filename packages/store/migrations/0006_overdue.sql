ALTER TABLE "care"."risk_task" ADD COLUMN "escalated_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "risk_task_open_by_due" ON "care"."risk_task" USING btree ("practice_id","due_at") WHERE "care"."risk_task"."acknowledged_at" is null;
--> statement-breakpoint
GRANT UPDATE (escalated_at) ON care.risk_task TO concord_app;

-- CreateIndex
CREATE INDEX "Completion_correctsId_idx" ON "Completion"("correctsId");

-- How long a completion lasts is part of what is never changed.
DROP TRIGGER "Completion_is_never_changed";

CREATE TRIGGER "Completion_is_never_changed" BEFORE UPDATE ON "Completion"
WHEN (NEW."reason" IS NOT OLD."reason" AND NOT EXISTS (SELECT 1 FROM "Erasure" WHERE "underWay" = true))
  OR NEW."id" IS NOT OLD."id" OR NEW."personId" IS NOT OLD."personId" OR NEW."kind" IS NOT OLD."kind"
  OR NEW."slug" IS NOT OLD."slug" OR NEW."title" IS NOT OLD."title"
  OR NEW."revisionHash" IS NOT OLD."revisionHash" OR NEW."rule" IS NOT OLD."rule"
  OR NEW."evidence" IS NOT OLD."evidence" OR NEW."because" IS NOT OLD."because"
  OR NEW."outcome" IS NOT OLD."outcome" OR NEW."completedAt" IS NOT OLD."completedAt"
  OR NEW."timeZone" IS NOT OLD."timeZone" OR NEW."validUntil" IS NOT OLD."validUntil"
  OR NEW."requirement" IS NOT OLD."requirement"
  OR NEW."correctsId" IS NOT OLD."correctsId" OR NEW."authorId" IS NOT OLD."authorId"
BEGIN
  SELECT RAISE(ABORT, 'a completion is never changed');
END;

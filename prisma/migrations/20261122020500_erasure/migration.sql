-- AlterTable
ALTER TABLE "Person" ADD COLUMN "erasedAt" DATETIME;

-- CreateTable
CREATE TABLE "Erasure" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "underWay" BOOLEAN NOT NULL DEFAULT true,
    "forgotten" BOOLEAN NOT NULL DEFAULT false
);

-- What is on record is appended to and never changed: the database itself refuses. The one
-- exception is an erasure under way, and then only where words and names can stand.
-- (Prisma knows no triggers; a migration that makes one of these tables anew has to make them again,
-- and a test says so.)
CREATE TRIGGER "AuditEntry_is_never_deleted" BEFORE DELETE ON "AuditEntry"
BEGIN
  SELECT RAISE(ABORT, 'an audit entry is never deleted');
END;

CREATE TRIGGER "AuditEntry_is_never_changed" BEFORE UPDATE ON "AuditEntry"
WHEN NOT EXISTS (SELECT 1 FROM "Erasure" WHERE "underWay" = true)
  OR NEW."id" IS NOT OLD."id" OR NEW."at" IS NOT OLD."at" OR NEW."actorId" IS NOT OLD."actorId"
  OR NEW."action" IS NOT OLD."action" OR NEW."subject" IS NOT OLD."subject"
BEGIN
  SELECT RAISE(ABORT, 'an audit entry is never changed');
END;

CREATE TRIGGER "Completion_is_never_deleted" BEFORE DELETE ON "Completion"
BEGIN
  SELECT RAISE(ABORT, 'a completion is never deleted');
END;

CREATE TRIGGER "Completion_is_never_changed" BEFORE UPDATE ON "Completion"
WHEN (NEW."reason" IS NOT OLD."reason" AND NOT EXISTS (SELECT 1 FROM "Erasure" WHERE "underWay" = true))
  OR NEW."id" IS NOT OLD."id" OR NEW."personId" IS NOT OLD."personId" OR NEW."kind" IS NOT OLD."kind"
  OR NEW."slug" IS NOT OLD."slug" OR NEW."title" IS NOT OLD."title"
  OR NEW."revisionHash" IS NOT OLD."revisionHash" OR NEW."rule" IS NOT OLD."rule"
  OR NEW."evidence" IS NOT OLD."evidence" OR NEW."because" IS NOT OLD."because"
  OR NEW."outcome" IS NOT OLD."outcome" OR NEW."completedAt" IS NOT OLD."completedAt"
  OR NEW."timeZone" IS NOT OLD."timeZone" OR NEW."requirement" IS NOT OLD."requirement"
  OR NEW."correctsId" IS NOT OLD."correctsId" OR NEW."authorId" IS NOT OLD."authorId"
BEGIN
  SELECT RAISE(ABORT, 'a completion is never changed');
END;

CREATE TRIGGER "AttemptEvent_is_never_deleted" BEFORE DELETE ON "AttemptEvent"
BEGIN
  SELECT RAISE(ABORT, 'an event of an attempt is never deleted');
END;

CREATE TRIGGER "AttemptEvent_is_never_changed" BEFORE UPDATE ON "AttemptEvent"
WHEN NOT EXISTS (SELECT 1 FROM "Erasure" WHERE "underWay" = true)
  OR NEW."attemptId" IS NOT OLD."attemptId" OR NEW."seq" IS NOT OLD."seq"
  OR NEW."key" IS NOT OLD."key" OR NEW."at" IS NOT OLD."at"
BEGIN
  SELECT RAISE(ABORT, 'an event of an attempt is never changed');
END;

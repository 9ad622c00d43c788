-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN "openAs" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_openAs_key" ON "Attempt"("openAs");

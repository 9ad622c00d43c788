-- AlterTable
ALTER TABLE "Completion" ADD COLUMN "validUntil" TEXT;

-- AlterTable
ALTER TABLE "Publication" ADD COLUMN "heldBack" TEXT;

-- CreateTable
CREATE TABLE "PublicationChange" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "fromHash" TEXT,
    "toHash" TEXT,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" TEXT
);

-- CreateTable
CREATE TABLE "AttemptGrant" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "scenarioSlug" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "AttemptGrant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PublicationChange_kind_slug_idx" ON "PublicationChange"("kind", "slug");

-- CreateIndex
CREATE INDEX "AttemptGrant_personId_scenarioSlug_idx" ON "AttemptGrant"("personId", "scenarioSlug");

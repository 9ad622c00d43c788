-- AlterTable
ALTER TABLE "Revision" ADD COLUMN "body" TEXT;

-- CreateTable
CREATE TABLE "Asset" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "bytes" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

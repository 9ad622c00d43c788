-- CreateTable
CREATE TABLE "AttemptSharing" (
    "attemptId" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "withId" TEXT,
    "words" BOOLEAN NOT NULL DEFAULT false,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("attemptId", "audience"),
    CONSTRAINT "AttemptSharing_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "AttemptSharing_withId_idx" ON "AttemptSharing"("withId");

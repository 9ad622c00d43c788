-- One column more: the table is not made anew for it, large as it may be.
ALTER TABLE "Attempt" ADD COLUMN "announced" BOOLEAN NOT NULL DEFAULT false;

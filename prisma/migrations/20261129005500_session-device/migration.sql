-- One column more: the table is not made anew for it.
ALTER TABLE "Session" ADD COLUMN "device" TEXT;

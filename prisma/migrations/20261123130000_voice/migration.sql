-- A voice message: how long it lasts, in whole seconds; pictures have a width and a height instead.
ALTER TABLE "File" ADD COLUMN "seconds" INTEGER;
ALTER TABLE "File" ADD CONSTRAINT "File_voice" CHECK ("seconds" IS NULL OR ("seconds" BETWEEN 1 AND 300 AND "mediaType" = 'audio/wav'));

-- A message may name another of its conversation: the one it quotes, or the one that it takes back.
ALTER TYPE "MessageKind" ADD VALUE 'recall';
ALTER TABLE "Message" ADD COLUMN "refSeq" INTEGER, ADD COLUMN "recalledAt" TIMESTAMPTZ(3);

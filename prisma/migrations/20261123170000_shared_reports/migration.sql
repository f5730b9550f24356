-- A doctor puts a report of the hospital's record into the conversation.
ALTER TYPE "MessageKind" ADD VALUE 'record';

-- What a laboratory or an imaging department concluded, beside its single values.
ALTER TYPE "RecordKind" ADD VALUE 'report';

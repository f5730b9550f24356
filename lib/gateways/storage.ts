import "server-only";
import path from "node:path";
import type { Readable } from "node:stream";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { env } from "@/lib/env";

let disk: Promise<Disk> | undefined;

async function open(): Promise<Disk> {
  const { STORAGE_DRIVER, STORAGE_FOLDER, ...s3 } = env();
  if (STORAGE_DRIVER === "disk")
    return new Disk(new FSDriver({ location: path.resolve(STORAGE_FOLDER), visibility: "private" }));
  const { S3Driver } = await import("flydrive/drivers/s3");
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = s3;
  return new Disk(
    new S3Driver({
      bucket: s3.S3_BUCKET ?? "",
      region: s3.S3_REGION,
      ...(s3.S3_ENDPOINT && { endpoint: s3.S3_ENDPOINT, forcePathStyle: true }),
      // Without keys of ours the SDK asks its own places: the environment, the machine's role.
      ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
      visibility: "private",
      supportsACL: false,
    }),
  );
}

/** The place where files are kept, private in either kind: a folder, or a bucket. */
function storage(): Promise<Disk> {
  disk ??= open().catch((error) => {
    disk = undefined;
    throw error;
  });
  return disk;
}

export async function storeFile(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
  await (await storage()).put(key, bytes, { contentType });
}

/** Stores what comes as a stream; its length is said, since a bucket takes nothing without. */
export async function storeStream(
  key: string,
  bytes: Readable,
  contentLength: number,
  contentType: string,
): Promise<void> {
  await (await storage()).putStream(key, bytes, { contentType, contentLength });
}

/** The bytes of a stored file; throws where there is none. */
export async function readStored(key: string): Promise<Readable> {
  return (await storage()).getStream(key);
}

export async function removeStored(key: string): Promise<void> {
  await (await storage()).delete(key);
}

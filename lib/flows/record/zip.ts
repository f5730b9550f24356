import "server-only";

export interface ZipEntry {
  readonly name: string;
  readonly at: Date;
  readonly bytes: Uint8Array;
}

// The reflected polynomial of CRC-32; node:zlib has a function for it in newer releases only.
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

const crc32 = (bytes: Uint8Array): number =>
  ~bytes.reduce((sum, byte) => (CRC_TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8), -1) >>> 0;

const UTF8_NAMES = 0x0800;
const VERSION = 20;

/** A moment as MS-DOS wrote it, on the hospital's clock: two seconds are its smallest step, 1980 its first year. */
function dosTime(at: Date): { time: number; date: number } {
  const local = new Date(at.getTime() + 8 * 3_600_000);
  const time = (local.getUTCHours() << 11) | (local.getUTCMinutes() << 5) | (local.getUTCSeconds() >> 1);
  const year = Math.max(local.getUTCFullYear() - 1980, 0);
  return { time, date: (year << 9) | ((local.getUTCMonth() + 1) << 5) | local.getUTCDate() };
}

/** What the header of a file and its line in the directory have in common. */
function facts({ name, at, bytes }: ZipEntry): Buffer {
  const fields = Buffer.alloc(26);
  const { time, date } = dosTime(at);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(UTF8_NAMES, 2);
  fields.writeUInt16LE(time, 6);
  fields.writeUInt16LE(date, 8);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(bytes.byteLength, 14);
  fields.writeUInt32LE(bytes.byteLength, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  return fields;
}

/** A ZIP archive of files stored as they are (pictures are packed already), one in memory at a time. */
export async function* zip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const entry of entries) {
    const shared = facts(entry);
    const name = Buffer.from(entry.name);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), shared, name, entry.bytes]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    const madeBy = Buffer.from([VERSION, 0]);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002", "latin1"), madeBy, shared, where, name]));
    offset += local.byteLength;
    yield local;
  }
  const lines = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(lines.byteLength, 12);
  end.writeUInt32LE(offset, 16);
  yield Buffer.concat([lines, end]);
}

import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { portBook } from "./port-book";
import { anyPort, freePort, isTaken } from "./ports";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function occupy(port: number) {
  const server = createServer();
  open.push(server);
  await once(server.listen(port, "127.0.0.1"), "listening");
}

const folder = () => mkdtempSync(path.join(tmpdir(), "ports-"));

test("a port on which somebody listens is taken, and free again afterwards", async () => {
  const port = await anyPort();
  expect(await isTaken(port)).toBe(false);
  await occupy(port);
  expect(await isTaken(port)).toBe(true);
});

test("two ports asked for in one breath are two", async () => {
  const ports = await Promise.all(Array.from({ length: 200 }, anyPort));
  expect(new Set(ports).size).toBe(200);
});

test("a host that this machine does not have takes no port", async () => {
  expect(await isTaken(await anyPort(), "192.0.2.1")).toBe(false);
});

test("the first free port is neither taken nor one of the exceptions", async () => {
  const first = await anyPort();
  await occupy(first);
  const next = await freePort(first);
  expect(next).toBeGreaterThan(first);
  expect(await freePort(first, [next])).toBeGreaterThan(next);
});

test("a server keeps its port over restarts, and gets another one only while somebody else has it", async () => {
  const home = folder();
  const first = await anyPort();
  const port = await portBook(home)("stripe", first);
  expect(await portBook(home)("stripe", first)).toBe(port);
  await occupy(port);
  const other = await portBook(home)("stripe", first);
  expect(other).not.toBe(port);
  expect(await portBook(home)("stripe", first)).toBe(other);
});

test("two servers never get the same port", async () => {
  const book = portBook(folder());
  const first = await anyPort();
  expect(await book("stripe", first)).not.toBe(await book("pusher", first));
});

import { expect, test } from "vitest";
import { codeNow, startAuthenticator } from "./start-authenticator";

test("the authenticator agrees with the test vector of RFC 6238", async () => {
  // Secret "12345678901234567890" in base32; at 59 s the eight digits are 94287082.
  expect(await codeNow("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", new Date(59_000))).toBe("287082");
});

test("the page shows a code of six digits for every member of staff and none for patients", async () => {
  const server = await startAuthenticator({ port: 0 });
  try {
    const codes = (await (await fetch(`${server.url}/codes`)).json()) as {
      role: string;
      account: string;
      code: string;
    }[];
    expect(codes.map(({ account }) => account)).toEqual(expect.arrayContaining(["A001", "P001", "D001"]));
    expect(codes.every(({ code }) => /^\d{6}$/.test(code))).toBe(true);
    expect(codes.filter(({ role }) => role === "patient")).toEqual([]);
    expect(await (await fetch(server.url)).text()).toContain("D001");
  } finally {
    await server.close();
  }
});

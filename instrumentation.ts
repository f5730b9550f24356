/** At boot: a configuration that is missing or wrong stops the server with one clear list. */
export async function register() {
  const { env } = await import("@/lib/env");
  env();
}

/** Liveness: the process answers. Says nothing of the database: a restart would not mend that. */
export function GET(): Response {
  return Response.json({ ok: true }, { headers: { "cache-control": "no-store" } });
}

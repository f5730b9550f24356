import "server-only";

/** What of a sign-in request counts: where it comes from, as the proxy in front says, and which browser it names. */
export function requestFacts(request: { headers?: Record<string, unknown> | undefined }) {
  const forwarded = String(request.headers?.["x-forwarded-for"] ?? "");
  const userAgent = request.headers?.["user-agent"];
  return {
    address: forwarded.split(",")[0]?.trim() ?? "",
    userAgent: typeof userAgent === "string" ? userAgent : null,
  };
}

import { randomBytes, timingSafeEqual } from "node:crypto";
import { type Incoming, json, type Reply } from "../http";

const LIFE_SECONDS = 300;

export interface Client {
  readonly id: string;
  readonly secret: string;
}

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** OAuth 2.0's token endpoint for one client: client credentials, by HTTP Basic or in the form (RFC 6749, 4.4). */
export function openTokenDoor(client: Client | undefined) {
  const granted = new Map<string, number>();
  const no = (status: number, error: string): Reply => json({ error }, status, { "cache-control": "no-store" });

  return {
    /** Whether a token was granted and is still good. */
    isGood: (token: string) => (granted.get(token) ?? 0) > Date.now(),
    /** Takes back all that were granted. */
    revoke: () => granted.clear(),
    grant({ headers, form }: Incoming): Reply {
      const fields = form();
      const basic = /^Basic ([A-Za-z0-9+/=]+)$/.exec(headers.authorization ?? "")?.[1];
      const [id = "", secret = ""] = basic
        ? Buffer.from(basic, "base64").toString().split(":").map(decodeURIComponent)
        : [fields.get("client_id") ?? "", fields.get("client_secret") ?? ""];
      if (!client || !isSame(id, client.id) || !isSame(secret, client.secret)) return no(401, "invalid_client");
      if (fields.get("grant_type") !== "client_credentials") return no(400, "unsupported_grant_type");
      const token = randomBytes(24).toString("base64url");
      granted.set(token, Date.now() + LIFE_SECONDS * 1_000);
      return json({ access_token: token, token_type: "Bearer", expires_in: LIFE_SECONDS }, 200, {
        "cache-control": "no-store",
      });
    },
  };
}

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { AddPasskey } from "@/lib/domain/passkey-input";
import { beginPasskey, finishPasskey } from "@/lib/flows/account/passkeys";
import { route } from "@/lib/web/route";

export const GET = route("account.add_passkey", z.strictObject({}), async (run) =>
  beginPasskey(run, (await getTranslations("common"))("hospital")),
);

export const POST = route("account.add_passkey", AddPasskey, finishPasskey);

"use server";

import { publishConsent } from "@/lib/commands/consent/publish";
import { PublishConsent } from "@/lib/domain/consent-input";
import { action } from "@/lib/web/action";

export const publish = action("consent.publish", PublishConsent, publishConsent, { revalidate: "/admin/consents" });

import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/actor";

/** Any other address of the portal: its own "not found", in its own document. */
export default async function MissingPage() {
  await requireActor("patient");
  notFound();
}

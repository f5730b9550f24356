"use client";

import { PortalFault } from "@/components/shell/portal-fault";

export default function PortalError({ reset }: { reset: () => void }) {
  return <PortalFault retry={reset} />;
}

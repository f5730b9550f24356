"use client";

import { signOut } from "next-auth/react";
import { Button } from "@/components/ui/button";

/** Ends the session on the server and goes to the sign-in page. */
export function SignOutButton({ label }: { label: string }) {
  return (
    <Button variant="quiet" size="sm" onClick={() => signOut({ callbackUrl: "/sign-in" })}>
      {label}
    </Button>
  );
}

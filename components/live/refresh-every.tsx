"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Shows the page anew every few seconds while it is looked at: for work that is under way. Draws nothing. */
export function RefreshEvery({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, seconds * 1_000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return null;
}

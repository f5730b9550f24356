import type { ReactNode } from "react";
import { Alert } from "./alert";
import type { Tone } from "./tone";

/** What a form answers. The region stays in the page, so that its words are read out when they come. */
export function FormMessage({ tone = "danger", children }: { tone?: Tone; children?: ReactNode }) {
  return <div role={tone === "danger" ? "alert" : "status"}>{children && <Alert tone={tone}>{children}</Alert>}</div>;
}

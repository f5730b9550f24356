"use client";

import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/button-link";

interface Props {
  readonly href: string;
  /** Null where it was read before. */
  readonly noticeId: string | null;
  readonly read: (notice: { noticeId: string }) => Promise<unknown>;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Leads where a notice points; with that it counts as read. */
export function NoticeLink({ href, noticeId, read, className, children }: Props) {
  // One goes where it leads even where the server does not hear that it was read.
  const see = () => {
    if (noticeId) void read({ noticeId }).catch(() => {});
  };
  return (
    <AppLink href={href} className={className} onClick={see}>
      {children}
    </AppLink>
  );
}

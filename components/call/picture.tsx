"use client";

import { useEffect, useRef } from "react";

/** A moving picture with its sound; one's own is mirrored and silent. */
export function Picture({
  stream,
  label,
  isOwn = false,
  className,
}: {
  stream: MediaStream | null;
  label: string;
  isOwn?: boolean;
  className?: string;
}) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current && video.current.srcObject !== stream) video.current.srcObject = stream;
  }, [stream]);
  return (
    <video
      ref={video}
      aria-label={label}
      autoPlay
      playsInline
      muted={isOwn}
      className={`bg-ink object-cover ${isOwn ? "-scale-x-100" : ""} ${className ?? ""}`}
    />
  );
}

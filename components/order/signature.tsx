import { PAD } from "@/lib/domain/signature";

/** What somebody drew to sign. */
export function Signature({ path, label }: { path: string; label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${PAD.width} ${PAD.height}`}
      className="w-full max-w-60 rounded-md border border-line bg-white text-black"
    >
      <path d={path} fill="none" stroke="currentColor" strokeWidth={5} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

/** Public pages are static: they carry no nonce, and nothing personal. */
const publicPolicy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

export default withNextIntl({
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  reactCompiler: true,
  poweredByHeader: false,
  typedRoutes: false,
  // A page shows together with its title: a screen reader that comes at once reads no page without a name.
  htmlLimitedBots: /.*/,
  // `npm test` and `npm run check` type-check the whole tree once, tests included.
  typescript: { ignoreBuildErrors: true, tsconfigPath: "tsconfig.next.json" },
  experimental: { globalNotFound: true },
  serverExternalPackages: [
    // The parts of signpdf know each other by their classes: all of them outside, or none.
    ...["@signpdf/placeholder-plain", "@signpdf/signer-p12", "@signpdf/signpdf", "@signpdf/utils"],
    ...["@node-rs/argon2", "flydrive", "pdfkit", "pg", "pino", "pusher", "sharp"],
  ],
  headers: async () => [
    { source: "/(.*)", headers: everywhere },
    { source: "/(zh|en)/:path*", headers: [{ key: "Content-Security-Policy", value: publicPolicy }] },
  ],
  redirects: async () => [
    {
      source: "/",
      has: [{ type: "header", key: "accept-language", value: "en.*" }],
      destination: "/en",
      permanent: false,
    },
    { source: "/", destination: "/zh", permanent: false },
  ],
} satisfies NextConfig);

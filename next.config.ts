import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

export default withNextIntl({
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  reactCompiler: true,
  poweredByHeader: false,
  typedRoutes: false,
  // `npm test` and `npm run check` type-check the whole tree once, tests included.
  typescript: { ignoreBuildErrors: true },
  experimental: { globalNotFound: true },
  serverExternalPackages: ["@node-rs/argon2", "flydrive", "pg", "pino", "pusher", "sharp"],
  headers: async () => [{ source: "/(.*)", headers: everywhere }],
} satisfies NextConfig);
